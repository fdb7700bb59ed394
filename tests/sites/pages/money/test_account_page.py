"""村账一页: the four sums, the largest lines with their decisions, year beside year."""

from __future__ import annotations

from pathlib import Path

from disclosure.sites.pages.money.account_page import AccountPage, view_accounts
from disclosure.sites.pages.money.decisions import read_decisions
from tests.sites.pages.ledgers import ledger, package, vote
from tests.sites.small_site import village_site

OCTOBER = ledger(
    "2026-10",
    "基本户,1,收入,收塘租一季,200.10,20720.10",
    "基本户,2,转出,提备用金,9000.00,11720.10",
    "基本户,3,支出,更换水泵（JC26-01）,5000.00,6720.10",
    "基本户,4,支出,误记的电费,4000.00,2720.10",
    "基本户,5,支出,冲销误记的电费,-4000.00,6720.10,基本户-2026-10-4",
    "备用金,1,转入,提备用金,9000.00,9050.00",
)
PROJECTS = package(
    "projects",
    "E0303",
    "fund_project",
    "division_code,budget_year,project_no,project_name,project_class,ballot_id,rank,budget_amount,"
    "decided_on,status\n"
    "990101100201,2026,JC26-01,提灌站更换水泵,农田水利,JC-2026-01,1,5200.00,2026-08-01,实施中\n",
)


def page_of(folder: Path, files: dict[str, str]) -> AccountPage:
    site = village_site(folder, files)
    page = view_accounts(site, read_decisions(site))
    assert page
    return page


def test_the_sums_leave_out_what_moved_between_accounts(tmp_path: Path) -> None:
    page = page_of(tmp_path, OCTOBER)

    month, year = page.parts
    assert (month.title, year.title) == ("2026年10月", "2026年9月至10月")
    assert [(fact.label, fact.value) for fact in month.sums] == [
        ("期初余额", "20,570.00"),
        ("收入", "+200.10"),
        ("支出", "−5,000.00"),
        ("期末余额", "15,770.10"),
    ]
    assert (month.is_whole, month.transfers) == (True, "9,000.00")
    assert month.url == "data/ledger-2026-10.html"


def test_a_transfer_that_arrives_nowhere_is_shown(tmp_path: Path) -> None:
    page = page_of(tmp_path, ledger("2026-10", "基本户,1,转出,提备用金,9000.00,11520.00"))

    assert [fact.label for fact in page.parts[0].sums][3:5] == ["转入", "转出"]
    assert page.parts[0].is_whole


def test_a_chain_that_is_broken_is_not_called_whole(tmp_path: Path) -> None:
    page = page_of(tmp_path, ledger("2026-11", "基本户,1,收入,收塘租一季,1.00,30001.00"))

    assert page.gaps == "2026-10"
    assert not page.parts[0].is_whole


def test_the_largest_lines_are_what_stands_and_name_their_decision(tmp_path: Path) -> None:
    page = page_of(tmp_path, {**OCTOBER, **PROJECTS, **vote("JC-2026-01")})

    first = page.largest[0]
    assert [line.summary for line in page.largest] == [
        "更换水泵（JC26-01）",
        "收到一号塘第三季度承包款",
        "更换三组路灯灯具四盏",
        "收塘租一季",
    ]
    assert (first.amount, first.width, first.url) == (
        "−5,000.00",
        1000,
        "data/ledger-2026-10.html",
    )
    assert first.decision
    assert first.decision.url == "votes/jc-2026-01.html"
    assert page.largest[1].decision is None


def test_a_decision_without_a_page_is_only_named(tmp_path: Path) -> None:
    page = page_of(tmp_path, {**OCTOBER, **PROJECTS})

    assert page.largest[0].decision
    assert (page.largest[0].decision.number, page.largest[0].decision.url) == ("JC-2026-01", "")


def test_a_longer_number_is_not_taken_for_a_shorter_one(tmp_path: Path) -> None:
    other = {name: text.replace("JC26-01）", "JC26-011）") for name, text in OCTOBER.items()}

    page = page_of(tmp_path, {**other, **PROJECTS})

    assert page.largest[0].decision is None


def test_at_most_ten_lines(tmp_path: Path) -> None:
    lines = [
        f"基本户,{n},收入,收塘租一季,{n}.00,{20520 + n * (n + 1) // 2}.00" for n in range(1, 15)
    ]

    page = page_of(tmp_path, ledger("2026-10", *lines))

    assert len(page.largest) == 10


def test_year_stands_beside_year_where_there_are_two(tmp_path: Path) -> None:
    before = {
        **ledger("2025-09", "基本户,1,收入,收塘租一季,1100.00,20500.00"),
        **ledger("2025-10", "基本户,1,支出,更换路灯灯具,500.00,20000.00"),
    }

    one, two = page_of(tmp_path / "one", {}), page_of(tmp_path / "two", before)

    assert one.years is None
    assert two.years
    assert [(row.year, row.months, row.income) for row in two.years.rows] == [
        (2026, "9月", "1,200.00"),
        (2025, "9月至10月", "1,100.00"),
    ]
    assert two.years.whole
    assert two.years.whole.incomes == ("1,200.00", "1,100.00")
    assert two.years.whole.expenses == ("680.00", "0.00")
    assert [row.title for row in two.months] == ["2026年9月", "2025年10月", "2025年9月"]
