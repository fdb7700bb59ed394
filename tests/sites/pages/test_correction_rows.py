"""Applied to the rows of before, the told changes of a table give the rows of after."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure.catalogue import Kind
from disclosure.dataset import DataTable
from disclosure.entry import Entry, Header
from disclosure.marked import Given
from disclosure.sites.pages.corrections.change import Change, Way
from disclosure.sites.pages.corrections.rows import BLANK, table_changes
from disclosure.sites.pages.corrections.words import FIRST_ROW, Words
from tests.rules.verbs import VILLAGE, small_facts

COLUMNS = ("period", "entry_no", "voucher_no", "summary", "amount", "reversal_of")
CELLS = {
    "period": st.sampled_from(["2026-08", "2026-09", "2025-12", ""]),
    "entry_no": st.sampled_from(["1", "2", "3", "4"]),
    "voucher_no": st.sampled_from(["9-001", "9-002", "9-003", "9-004"]),
    "summary": st.sampled_from(["更换路灯四盏", "收承包款", "清淤一百米", " 收承包款", "a\u202eb"]),
    "amount": st.sampled_from(["1200", "1200.00", "1020.00", "-680.50", "", "-"]),
    "reversal_of": st.sampled_from(["", "9-001"]),
}
Rows = Counter[tuple[tuple[str, str], ...]]


@st.composite
def tables(draw: st.DrawFn) -> DataTable:
    names = draw(st.lists(st.sampled_from(COLUMNS), min_size=1, unique=True))
    full = draw(st.booleans())
    columns = ("division_code", "account_id", *(COLUMNS if full else names))
    row = st.tuples(st.just("990101100201"), st.sampled_from(["基本户", "专户"]),
                    *(CELLS[name] for name in columns[2:]))  # fmt: skip
    return table_of(columns, draw(st.lists(row, max_size=7)))


@st.composite
def edited(draw: st.DrawFn) -> tuple[DataTable, DataTable]:
    """A table and the same with some cells, rows and their order changed."""
    old = draw(tables())
    rows = [list(row) for row in old.rows]
    for _ in range(draw(st.integers(0, 4)) if rows else 0):
        row = rows[draw(st.integers(0, len(rows) - 1))]
        at = draw(st.integers(2, len(row) - 1))
        row[at] = draw(CELLS[old.columns[at]])
    if rows and draw(st.booleans()):
        del rows[draw(st.integers(0, len(rows) - 1))]
    if draw(st.booleans()):
        rows = draw(st.permutations(rows))
    return old, table_of(old.columns, rows)


def table_of(columns: tuple[str, ...], rows: Iterable[Iterable[str]]) -> DataTable:
    cells = tuple(map(tuple, rows))
    return DataTable("ledger", "content/x/ledger.csv", 1, "village_ledger", columns, cells)


def changes_of(old: DataTable, new: DataTable) -> list[Change]:
    return list(table_changes(old, new, package_of(old), small_facts()))


def package_of(table: DataTable) -> Entry:
    division = small_facts().register.resolve(VILLAGE)
    header = Header(Given(1, 1, fields={}))
    return Entry("content/x/datapackage.yaml", division, Kind.DATA, "x", header, "", 0, (table,))


def rows_of(table: DataTable) -> list[dict[str, str]]:
    """Return the rows of a table as its reader sees them."""
    words = Words(table, package_of(table), small_facts())
    return [dict(words.named(index, table.columns)) for index in range(len(table.rows))]


def apply(old: DataTable, changes: Iterable[Change]) -> Rows:
    """Return the rows that some changes make of a table, taking nothing but what is told."""
    rows: dict[int, dict[str, str]] = dict(enumerate(rows_of(old), FIRST_ROW))
    put_in = []
    for change in changes:
        spot = change.spot
        assert spot is not None
        if spot.is_cell:
            told = rows[spot.row_before].get(spot.column, "") or BLANK
            assert told == change.before
            rows[spot.row_before][spot.column] = change.after.removeprefix(BLANK)
        elif spot.column:
            for row in rows.values():
                row[spot.column] = ""
                if change.way is Way.REMOVED:
                    del row[spot.column]
        elif change.way is Way.REMOVED:
            del rows[spot.row_before]
        else:
            put_in.append(dict(spot.cells))
    return counted([*rows.values(), *put_in])


def counted(rows: Iterable[dict[str, str]]) -> Rows:
    return Counter(tuple(sorted(row.items())) for row in rows)


@given(tables(), tables())
@settings(deadline=None)
def test_the_told_changes_of_any_two_versions_lead_from_one_to_the_other(
    old: DataTable, new: DataTable
) -> None:
    assert apply(old, changes_of(old, new)) == counted(rows_of(new))


@given(edited())
@settings(deadline=None)
def test_the_told_changes_of_an_edited_table_lead_to_it(pair: tuple[DataTable, DataTable]) -> None:
    old, new = pair

    assert apply(old, changes_of(old, new)) == counted(rows_of(new))


def test_rows_of_several_years_are_told_with_the_year() -> None:
    columns = ("division_code", "account_id", "period", "entry_no", "amount")
    rows = [("990101100201", "基本户", period, "1", "5.00") for period in ("2025-12", "2026-01")]
    old = table_of(columns, rows)
    new = table_of(columns, [(*rows[0][:4], "6.00"), rows[1]])

    assert [change.label for change in changes_of(old, new)] == ["2025年12月第2行 金额（元）"]


def test_an_account_stands_beside_the_row_where_there_are_several() -> None:
    columns = ("division_code", "account_id", "period", "entry_no", "amount")
    rows = [("990101100201", name, "2026-03", "1", "1200.00") for name in ("基本户", "专户")]
    old = table_of(columns, rows)
    new = table_of(columns, [rows[0], (*rows[1][:4], "1020.00")])

    (change,) = changes_of(old, new)

    assert change.label == "3月第3行（账户代号 专户） 金额（元）"
    assert (change.before, change.after) == ("1,200.00", "1,020.00")
