"""The accounts of a village: exact to the fen, over all accounts, gaps named."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as some

from disclosure.sites.pages.money.account import read_accounts
from tests.sites.pages.ledgers import ledger, nil_ledger, package
from tests.sites.small_site import village_site

# The small tree has September: opening 20,000.00, in 1,200.00, out 680.00.
OCTOBER = ledger(
    "2026-10",
    "基本户,1,收入,收塘租一季,200.10,20720.10",
    "基本户,2,转出,提备用金,300.00,20420.10",
    "备用金,1,转入,提备用金,300.00,350.00",
    "备用金,2,支出,公示栏喷绘,20.05,329.95",
)


def test_a_month_is_summed_over_all_accounts(tmp_path: Path) -> None:
    accounts = read_accounts(village_site(tmp_path, OCTOBER))

    assert accounts
    september, october = accounts.months
    assert (october.income, october.expense) == (Decimal("200.10"), Decimal("20.05"))
    assert (october.transfer_in, october.transfer_out) == (Decimal(300), Decimal(300))
    assert (september.closing, october.opening) == (Decimal("20570.00"), Decimal("20570.00"))
    assert october.closing == Decimal("20750.05")
    assert list(accounts.balances) == ["基本户", "备用金"]


def test_an_account_that_appears_later_was_there_before(tmp_path: Path) -> None:
    """Its balance before its first line belongs to the opening of the first month."""
    accounts = read_accounts(village_site(tmp_path, OCTOBER))

    assert accounts
    assert accounts.months[0].opening == Decimal("20050.00")


def test_a_month_without_a_ledger_is_named_and_a_nil_report_is_none(tmp_path: Path) -> None:
    november = ledger("2026-12", "基本户,1,收入,收塘租一季,1.00,20521.00")

    gap = read_accounts(village_site(tmp_path / "gap", november))
    told = read_accounts(
        village_site(
            tmp_path / "nil", {**nil_ledger("2026-10"), **nil_ledger("2026-11"), **november}
        )
    )

    assert gap
    assert told
    assert gap.gaps == ("2026-10", "2026-11")
    assert told.gaps == ()
    assert told.months[1].url == "data/ledger-2026-10.html"
    assert [str(month.closing) for month in told.months[:3]] == ["20520.00"] * 3


def test_a_ledger_published_again_counts_once(tmp_path: Path) -> None:
    again = ledger("2026-10", "基本户,1,收入,收塘租一季,100.00,20620.00", date="2026-11-01 09:00")
    later = {name.replace("ledger-2026-10", "ledger-later"): text for name, text in OCTOBER.items()}

    accounts = read_accounts(village_site(tmp_path, {**again, **later}))

    assert accounts
    assert accounts.months[-1].income == Decimal("200.10")


def test_a_ledger_about_another_place_is_not_ours(tmp_path: Path) -> None:
    rows = OCTOBER["data/ledger-2026-10/rows.csv"].replace("990101100201,", "990101100000,")

    accounts = read_accounts(
        village_site(tmp_path, package("other", "E0202", "village_ledger", rows))
    )

    assert accounts
    assert [month.text for month in accounts.months] == ["2026-09"]


def test_a_place_without_a_ledger_has_no_accounts(tmp_path: Path) -> None:
    withdrawn = "withdrawn: {date: 2026-10-20, reason: 原文有误}\n"
    name = "data/ledger-2026-09/datapackage.yaml"
    text = (
        "name: ledger-2026-09\ntitle: 甲村账目\ncategory: E0202\ndate: 2026-10-09 09:00\n"
        f"period: 2026-09\npublisher: 甲村村民委员会\n{withdrawn}"
    )

    assert read_accounts(village_site(tmp_path, {name: text})) is None


FEN = some.integers(1, 10_000_000)


@settings(max_examples=15, deadline=None)
@given(some.lists(some.tuples(some.sampled_from(["收入", "支出"]), FEN), min_size=1, max_size=12))
def test_opening_and_sums_come_to_the_closing(
    tmp_path_factory: object, moves: list[tuple[str, int]]
) -> None:
    balance, lines = 2_052_000, []
    for number, (direction, fen) in enumerate(moves, 1):
        balance += fen if direction == "收入" else -fen
        lines.append(
            f"基本户,{number},{direction},随机收支一笔,{fen / 100:.2f},{balance / 100:.2f}"
        )
    folder = tmp_path_factory.mktemp("moves")  # type: ignore[attr-defined]

    accounts = read_accounts(village_site(folder, ledger("2026-10", *lines)))

    assert accounts
    month = accounts.months[-1]
    assert month.opening + month.income - month.expense == month.closing == Decimal(balance) / 100
