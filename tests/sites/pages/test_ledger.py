"""The newest ledger in four sums: over all accounts, and only where it adds up."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from disclosure.sites.pages.ledger import newest_ledger
from tests.sites.small_site import village_site

PACKAGE = """name: {name}
title: 甲村财务收支明细
category: E0202
date: 2026-11-09 09:00
period: {period}
publisher: 甲村村民委员会
resources:
  - {{name: ledger, path: ledger.csv, type: table, schema: 'table:village_ledger'}}
"""
HEAD = "account_id,period,entry_no,direction,summary,amount,balance\n"


def ledger(period: str, rows: str) -> dict[str, str]:
    name = f"ledger-{period.lower()}"
    folder = f"data/{name}"
    return {
        f"{folder}/datapackage.yaml": PACKAGE.format(
            name=f"ledger-{period.lower()}", period=period
        ),
        f"{folder}/ledger.csv": HEAD + rows,
    }


def test_ledger_of_the_small_tree(tmp_path: Path) -> None:
    found = newest_ledger(village_site(tmp_path))

    assert found
    assert (found.period, found.count, found.has_transfers) == ("2026年9月", 2, False)
    assert (found.opening, found.inflow, found.outflow, found.closing) == (
        Decimal("20000.00"),
        Decimal("1200.00"),
        Decimal("680.00"),
        Decimal("20520.00"),
    )
    assert [line.summary for line in found.largest] == [
        "收到一号塘第三季度承包款",
        "更换三组路灯灯具四盏",
    ]


def test_accounts_are_summed_and_transfers_are_no_income(tmp_path: Path) -> None:
    rows = (
        "基本户,2026-10,2,转出,拨备用金,300.00,900.00\n"
        "基本户,2026-10,1,收入,塘租,200.00,1200.00\n"
        "备用金,2026-10,1,转入,基本户拨入,300.00,350.00\n"
    )

    found = newest_ledger(village_site(tmp_path, ledger("2026-10", rows)))

    assert found
    assert (found.opening, found.closing) == (Decimal("1050.00"), Decimal("1250.00"))
    assert (found.inflow, found.outflow, found.has_transfers) == (Decimal(200), 0, False)
    assert [line.summary for line in found.largest] == ["塘租"]


def test_a_transfer_that_arrives_nowhere_is_counted(tmp_path: Path) -> None:
    rows = "基本户,2026-10,1,转出,拨备用金,300.00,900.00\n"

    found = newest_ledger(village_site(tmp_path, ledger("2026-10", rows)))

    assert found
    assert (found.outflow, found.has_transfers) == (Decimal(300), True)
    assert found.opening + found.inflow - found.outflow == found.closing


def test_reversal_stays_on_its_side(tmp_path: Path) -> None:
    rows = (
        "基本户,2026-10,1,支出,多付的电费,500.00,500.00\n"
        "基本户,2026-10,2,支出,冲销多付的电费,-100.00,600.00\n"
    )

    found = newest_ledger(village_site(tmp_path, ledger("2026-10", rows)))

    assert found
    assert (found.inflow, found.outflow) == (Decimal(0), Decimal("400.00"))


def test_ledger_that_does_not_add_up_gives_way_to_the_one_before(tmp_path: Path) -> None:
    rows = "基本户,2026-10,1,收入,塘租,200.00,1200.00\n基本户,2026-10,2,支出,电费,100.00,1000.00\n"

    found = newest_ledger(village_site(tmp_path, ledger("2026-10", rows)))

    assert found
    assert found.period == "2026年9月"


def test_ledger_with_a_cell_that_is_no_number_is_not_summed(tmp_path: Path) -> None:
    found = newest_ledger(
        village_site(tmp_path, ledger("2026-10", "基本户,2026-10,一,收入,塘租,多,少\n"))
    )

    assert found
    assert found.period == "2026年9月"


def test_month_without_a_line_has_no_sums(tmp_path: Path) -> None:
    found = newest_ledger(village_site(tmp_path, ledger("2026-10", "")))

    assert found
    assert found.period == "2026年9月"
