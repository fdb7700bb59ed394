"""Books made to balance have no problem; with any one amount changed they have one."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Struct

from disclosure.table_rules.areas import MU_PER_UNIT, TOLERANCE, in_mu
from disclosure.table_rules.ballots import APPROVAL, QUORUM, Threshold
from tests.rules.verbs import small_facts
from tests.table_rules.verbs import found_in
from tests.table_rules.village import SUMMARY, ledger

CENTS = st.integers(1, 10**9)
MONTHS = ("2026-07", "2026-08", "2026-09")
HEADER = SUMMARY.text.splitlines()[0] + "\n"
OTHER = st.integers(-(10**6), 10**6).filter(bool)


def money(cents: int) -> str:
    """Return an amount as an accountant writes it."""
    return f"{Decimal(cents).scaleb(-2):.2f}"


class Month(Struct, frozen=True):
    """What one account took in and paid out in a month, in cents."""

    incomes: tuple[int, ...]
    expenses: tuple[int, ...]


MONTH = st.builds(
    Month,
    st.lists(CENTS, max_size=3).map(tuple),
    st.lists(CENTS, max_size=3).map(tuple),
)
QUARTER = st.tuples(MONTH, MONTH, MONTH)


def lines_of(month: Month, opening: int, number: int) -> tuple[list[str], int]:
    """Return the lines of a month's ledger and the balance they end with."""
    lines, balance = [], opening
    moves = [("收入", one) for one in month.incomes] + [("支出", one) for one in month.expenses]
    for count, (direction, cents) in enumerate(moves, 1):
        balance += cents if direction == "收入" else -cents
        lines.append(
            f"基本户 {count} {count:02} 记-{number}-{count} {direction} 二组排水沟清淤3人 "
            f"{money(cents)} - {money(balance)}"
        )
    return lines, balance


def ledgers_of(opening: int, quarter: tuple[Month, ...]) -> list[list[str]]:
    """Return the lines of three months that balance."""
    months = []
    for number, month in enumerate(quarter, 7):
        lines, opening = lines_of(month, opening, number)
        months.append(lines)
    return months


def found_in_ledgers(months: list[list[str]]) -> list[str]:
    """Return what is found in three monthly ledgers."""
    return found_in(*(ledger(month, *lines) for month, lines in zip(MONTHS, months, strict=True)))


@settings(max_examples=40)
@given(CENTS, QUARTER)
def test_a_ledger_made_to_balance_is_clean(opening: int, quarter: tuple[Month, ...]) -> None:
    assert found_in_ledgers(ledgers_of(opening, quarter)) == []


@settings(max_examples=60)
@given(CENTS, QUARTER, st.data())
def test_a_ledger_with_one_amount_changed_is_not(
    opening: int, quarter: tuple[Month, ...], data: st.DataObject
) -> None:
    months = ledgers_of(opening, quarter)
    lines = [(month, at) for month, some in enumerate(months) for at in range(len(some))]
    # The very first amount has no line before it; every other is tied to one.
    if len(lines) < 2:
        return
    month, at = data.draw(st.sampled_from(lines[1:]))
    cells = months[month][at].split()
    column = data.draw(st.sampled_from([6, 8]))
    cells[column] = money(int(Decimal(cells[column]).scaleb(2)) + data.draw(OTHER))
    months[month][at] = " ".join(cells)

    assert found_in_ledgers(months) != []


def rows_of(openings: tuple[int, int], quarters: tuple[tuple[Month, ...], ...]) -> list[list[str]]:
    """Return the summary of two accounts over a quarter: months, ALL and the quarter itself."""
    accounts = ("基本户", "备用金")
    totals: dict[tuple[str, str], list[int]] = {}
    for account, start, quarter in zip(accounts, openings, quarters, strict=True):
        opening = start
        for name, month in zip(MONTHS, quarter, strict=True):
            income, expense = sum(month.incomes), sum(month.expenses)
            closing = opening + income - expense
            totals[name, account] = [opening, income, expense, 0, 0, closing]
            opening = closing
        moves = [totals[name, account] for name in MONTHS]
        income, expense = (sum(one[index] for one in moves) for index in (1, 2))
        totals["2026-Q3", account] = [start, income, expense, 0, 0, opening]
    for name in (*MONTHS, "2026-Q3"):
        parts = [totals[name, account] for account in accounts]
        totals[name, "ALL"] = [sum(column) for column in zip(*parts, strict=True)]
    return [[name, account, *map(money, cells)] for (name, account), cells in totals.items()]


def found_in_summary(rows: list[list[str]]) -> list[str]:
    """Return what is found in a summary."""
    text = "".join(f"990101100201,{','.join(row)},,,,丁大川,乙小河,2026-10-09\n" for row in rows)
    return found_in(SUMMARY.of(text=HEADER + text))


SUMMARIES = st.tuples(st.tuples(CENTS, CENTS), st.tuples(QUARTER, QUARTER))


@settings(max_examples=40)
@given(SUMMARIES)
def test_a_summary_made_to_add_up_is_clean(
    made: tuple[tuple[int, int], tuple[tuple[Month, ...], ...]],
) -> None:
    assert found_in_summary(rows_of(*made)) == []


@settings(max_examples=60)
@given(SUMMARIES, st.data())
def test_a_summary_with_one_amount_changed_is_not(
    made: tuple[tuple[int, int], tuple[tuple[Month, ...], ...]], data: st.DataObject
) -> None:
    rows = rows_of(*made)
    row = data.draw(st.sampled_from(rows))
    column = data.draw(st.integers(2, 7))
    before = Decimal(row[column])
    row[column] = money(abs(int(before.scaleb(2)) + data.draw(OTHER)))
    if Decimal(row[column]) == before:
        return

    assert found_in_summary(rows) != []


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_a_share_is_met_exactly_where_whole_numbers_say_so(base: int, value: int) -> None:
    catalogue = small_facts().catalogue
    half = Threshold("recall-approval", "present", is_strict=True)
    two_thirds = Threshold("assembly-approval", "eligible", is_strict=False)

    assert half.is_met(value, base, catalogue) == (2 * value > base)
    assert two_thirds.is_met(value, base, catalogue) == (3 * value >= 2 * base)


def test_every_threshold_is_a_figure_of_law() -> None:
    catalogue = small_facts().catalogue

    shares = [threshold.share(catalogue) for threshold in (*QUORUM.values(), *APPROVAL.values())]

    assert set(shares) == {Fraction(1, 2), Fraction(2, 3), Fraction(1, 3)}


@given(st.decimals(0, 10**6, places=4), st.sampled_from(sorted(MU_PER_UNIT)))
def test_an_area_keeps_its_size_in_every_unit(area: Decimal, unit: str) -> None:
    mu = in_mu(area, unit)

    assert mu is not None
    for other, factor in MU_PER_UNIT.items():
        written = Decimal(round(mu / factor * 10**4)).scaleb(-4)
        back = in_mu(written, other)
        assert back is not None
        assert abs(back - mu) <= TOLERANCE
