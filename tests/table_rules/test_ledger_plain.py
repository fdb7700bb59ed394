"""A long ledger that is accepted by its columns is one in which no rule finds anything."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from disclosure.dataset import Value
from disclosure.dataset.columnar import ValueRows
from disclosure.table_rules.books import Books, by_table
from disclosure.table_rules.ledger_plain import is_plain
from disclosure.table_rules.sheet import Sheet
from tests.table_rules.verbs import Given, found_in, sheet_of
from tests.table_rules.village import AUGUST, JULY, SEPTEMBER, SUMMARY, ledger

PLAIN = ledger(
    "2026-08",
    "基本户 1 03 记-8-1 支出 路灯电费三块电表 120.00 - 880.00",
    "基本户 2 08 记-8-2 收入 鱼塘承包费第三季度 500.00 - 1380.00",
    "基本户 3 12 记-8-3 支出 二组排水沟清淤3人4天 80.00 - 1300.00",
)


def long(sheet: Sheet) -> Sheet:
    """Return a sheet as a long table's."""
    names = sheet.values.table.columns
    columns: dict[str, list[Value]] = {
        name: [row.cells[name] for row in sheet.rows] for name in names
    }
    return replace(sheet, values=replace(sheet.values, rows=ValueRows(columns)))


def accepted(*given: Given) -> bool:
    sheets = [sheet_of(one, number) for number, one in enumerate(given, 1)]
    return is_plain(Books(by_table(map(long, sheets))))


def test_a_gapless_chain_is_plain() -> None:
    assert accepted(PLAIN)
    assert found_in(PLAIN) == []


@pytest.mark.parametrize(
    "edit",
    [
        ("880.00", "880.01"),
        (",1300.00", ",1300.01"),
        ("基本户,3,", "基本户,4,"),
        ("记-8-3", "记-8-1"),
        ("基本户,3,", "备用金,3,"),
        ("收入,经营收入", "转入,内部往来"),
    ],
)
def test_anything_else_is_looked_at_row_by_row(edit: tuple[str, str]) -> None:
    assert not accepted(PLAIN.but(edit))


@pytest.mark.parametrize("given", [JULY, SEPTEMBER])
def test_transfers_and_reversals_are_not_plain(given: Given) -> None:
    assert not accepted(given)


def test_opening_of_the_summary_is_held_to() -> None:
    assert accepted(AUGUST, SUMMARY)
    assert not accepted(AUGUST, SUMMARY.but(("2026-08,基本户,1300.00", "2026-08,基本户,1300.01")))


LIGHTS = "支出 路灯电费三块电表"


def test_months_that_follow_each_other_are_plain() -> None:
    following = ledger("2026-09", f"基本户 1 02 记-9-1 {LIGHTS} 100.00 - 1200.00")

    assert accepted(PLAIN, following)
    assert found_in(PLAIN, following) == []


@pytest.mark.parametrize(
    ("month", "line"),
    [
        ("2026-09", f"基本户 1 02 记-9-1 {LIGHTS} 100.00 - 1200.01"),
        ("2026-09", f"基本户 1 02 记-8-1 {LIGHTS} 100.00 - 1200.00"),  # on another day
        ("2026-08", f"基本户 4 30 记-8-4 {LIGHTS} 100.00 - 1200.00"),  # in two tables
    ],
)
def test_months_that_do_not_are_looked_at_row_by_row(month: str, line: str) -> None:
    assert not accepted(PLAIN, ledger(month, line))


def test_month_that_is_not_published_leads_to_no_balance() -> None:
    line = f"基本户 1 02 记-10-1 {LIGHTS} 100.00 - 9999.00"

    assert accepted(PLAIN, ledger("2026-10", line))
    assert not accepted(PLAIN, ledger("2026-09", line.replace("-10-", "-9-")))


def test_blocks_and_tables_without_rows_are_not_asked() -> None:
    sheet = sheet_of(PLAIN)
    bare = replace(sheet, values=replace(sheet.values, rows=tuple(sheet.rows)))

    assert not is_plain(Books(by_table([bare])))
