"""The summary of a village's accounts adds up by row, by account, by month and with the ledger."""

from __future__ import annotations

import pytest

from tests.table_rules.verbs import found_in, problems_in
from tests.table_rules.village import LEDGERS, SUMMARY, ledger

Q3_ALL = "2026-Q3,ALL,1050.00,500.00,450.10,200.00,200.00,1099.90"
Q3_BASIC = "2026-Q3,基本户,1000.00,500.00,420.10,0.00,200.00,879.90"
SEPTEMBER_ALL = "2026-09,ALL,1249.90,0.00,150.00,0.00,0.00,1099.90"


def test_summary_that_adds_up_is_clean_with_and_without_its_ledgers() -> None:
    assert found_in(SUMMARY) == []
    assert found_in(SUMMARY, *LEDGERS) == []


SENTENCES = {
    "a closing balance one cent off": (
        (Q3_ALL, Q3_ALL.replace("1099.90", "1099.91")),
        [
            "summary-closing-balance:13:closing",
            "summary-total-row:13:closing",
            "summary-total-row:13:closing",
        ],
    ),
    "a quarter's income that its months do not give, with its closing balance": (
        (Q3_BASIC, "2026-Q3,基本户,1000.00,600.00,420.10,0.00,200.00,979.90"),
        [
            "summary-total-row:11:closing",
            "summary-total-row:11:income",
            "summary-total-row:13:closing",
            "summary-total-row:13:income",
        ],
    ),
    "a sheet that does not balance": (
        (
            "1099.90,9099.90,550.00,8549.90,丁大川,乙小河,2026-10-09\n990101100201,2026-Q3,基",
            "1099.90,9099.90,550.00,8549.91,丁大川,乙小河,2026-10-09\n990101100201,2026-Q3,基",
        ),
        ["summary-balance-sheet:10:assets_total"],
    ),
    "assets of one account": (
        (
            "879.90,,,,丁大川,乙小河,2026-10-09\n990101100201,2026-Q3,备",
            "879.90,879.90,,,丁大川,乙小河,2026-10-09\n990101100201,2026-Q3,备",
        ),
        ["summary-sheet-only-on-total:11:assets_total"],
    ),
    "a reviewer who prepared the table": (
        (
            "8549.90,丁大川,乙小河,2026-10-09\n990101100201,2026-Q3,基",
            "8549.90,乙小河,乙小河,2026-10-09\n990101100201,2026-Q3,基",
        ),
        ["summary-separation:10:reviewed_by"],
    ),
    "a month that opens elsewhere than the one before closed": (
        (
            "2026-09,备用金,250.00,0.00,30.00,0.00,0.00,220.00",
            "2026-09,备用金,240.00,0.00,20.00,0.00,0.00,220.00",
        ),
        [
            "summary-opening-chain:9:opening",
            "summary-total-row:10:expense",
            "summary-total-row:10:opening",
            "summary-total-row:12:expense",
        ],
    ),
    "transfers of all accounts that do not cancel out": (
        (SEPTEMBER_ALL, "2026-09,ALL,1249.90,0.00,150.00,10.00,0.00,1109.90"),
        [
            "summary-total-row:10:closing",
            "summary-total-row:10:transfer_in",
            "summary-total-row:10:transfer_in",
            "summary-total-row:13:closing",
            "summary-total-row:13:transfer_in",
        ],
    ),
}


@pytest.mark.parametrize(("edit", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_found(edit: tuple[str, str], expected: list[str]) -> None:
    assert found_in(SUMMARY.but(edit)) == expected


def test_a_message_names_account_period_column_and_both_amounts() -> None:
    (problem,) = problems_in(
        SUMMARY.of(text=SUMMARY.text.splitlines()[0] + "\n" + row(closing="879.91"))
    )

    assert problem.message_zh == (
        "账户“基本户”2026-09 的期末余额是 879.91，按期初加收入、转入，减支出、转出应为 879.90"
    )
    assert problem.row == 2


def row(closing: str = "879.90", expense: str = "120.00") -> str:
    """Return the row of September's main account."""
    return (
        f"990101100201,2026-09,基本户,999.90,0.00,{expense},0.00,0.00,{closing},,,,丁大川,乙小河,"
        "2026-10-09\n"
    )


def test_an_amount_the_ledger_does_not_give_is_found() -> None:
    one_account = SUMMARY.of(
        text=SUMMARY.text.splitlines()[0] + "\n" + row(closing="869.90", expense="130.00")
    )

    found = found_in(one_account, *LEDGERS)

    assert found == ["summary-ledger-agrees:2:expense"]


def test_an_account_of_the_ledger_that_the_summary_leaves_out_is_found() -> None:
    july = ledger("2026-07", "专项户 1 05 记-7-9 收入 上级拨付专项资金 80.00 - 80.00")

    found = found_in(SUMMARY, *LEDGERS, july)

    assert found == ["summary-ledger-agrees:4:income", "summary-ledger-agrees:13:income"]


def test_the_ledger_is_not_asked_while_a_month_of_it_is_missing() -> None:
    august_missing = (LEDGERS[0], LEDGERS[2])
    wrong = SUMMARY.but((Q3_BASIC, Q3_BASIC.replace("500.00,420.10", "500.00,420.11")))

    found = found_in(wrong, *august_missing)

    assert not any("summary-ledger-agrees:11" in one for one in found)


def test_a_quarter_follows_the_quarter_before_it_in_another_publication() -> None:
    header = SUMMARY.text.splitlines()[0] + "\n"
    sheet = "村报账员,监督委员会,2026-07-09\n"
    second = SUMMARY.of(
        text=f"{header}990101100201,2026-Q2,基本户,0.00,999.00,0.00,0.00,0.00,999.00,,,,{sheet}",
        date="2026-07-12",
        keys="period: 2026-Q2\n",
    )

    found = found_in(SUMMARY, second)

    assert found == ["summary-opening-chain:11:opening"]
