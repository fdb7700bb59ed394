"""A village's ledger is one chain of balances, from line to line and from month to month."""

from __future__ import annotations

import pytest

from tests.table_rules.verbs import found_in, problems_in
from tests.table_rules.village import AUGUST, JULY, LEDGERS, REVIEW, SEPTEMBER, SUMMARY, ledger


def test_ledgers_that_add_up_are_clean() -> None:
    assert found_in(*LEDGERS) == []
    assert found_in(*LEDGERS, SUMMARY) == []


SENTENCES = {
    "a balance one cent off, and the line after it": (
        (
            "打印纸2箱,30.00,,集体自有,丁大川,甲小山,220.00",
            "打印纸2箱,30.00,,集体自有,丁大川,甲小山,220.01",
        ),
        ["ledger-balance:5:balance"],
    ),
    "an amount changed without its balance": (
        ("三块电表,120.00", "三块电表,102.00"),
        ["ledger-balance:2:balance"],
    ),
    "a reversal of a voucher that is not there": (
        ("-120.00,记-9-2", "-120.00,记-9-9"),
        ["ledger-reversal:4:amount"],
    ),
    "a reversal of another amount": (
        (
            "-120.00,记-9-2,集体自有,丁大川,甲小山,879.90",
            "-100.00,记-9-2,集体自有,丁大川,甲小山,859.90",
        ),
        ["ledger-reversal:4:amount"],
    ),
    "a negative amount that reverses nothing": (
        ("-120.00,记-9-2", "-120.00,"),
        ["ledger-amount-positive:4:amount"],
    ),
    "a voucher number used for two days": (
        ("09-08,记-9-2,支出", "09-08,记-9-1,支出"),
        ["ledger-voucher-unique:3:voucher_no", "ledger-reversal:4:amount"],
    ),
    "a summary that says nothing": (
        ("路灯电费三块电表", "其他杂费开支"),
        ["ledger-summary-specific:2:summary"],
    ),
    "an approver who handled it": (
        ("三块电表,120.00,,集体自有,丁大川,甲小山", "三块电表,120.00,,集体自有,丁大川,丁大川"),
        ["ledger-separation:2:approver"],
    ),
    "a day outside the month": (
        ("2026-09-03", "2026-08-31"),
        ["ledger-date-in-period:2:entry_date"],
    ),
    "a number left out": (
        ("备用金,1,2026-09-15", "备用金,2,2026-09-15"),
        ["ledger-entries-gapless:5:entry_no"],
    ),
}


@pytest.mark.parametrize(("edit", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_found(edit: tuple[str, str], expected: list[str]) -> None:
    found = found_in(SEPTEMBER.but(edit), JULY, AUGUST)

    assert found == expected


def test_a_message_says_where_the_balance_starts_from_and_what_it_should_be() -> None:
    (problem,) = problems_in(SEPTEMBER.but(("三块电表,120.00", "三块电表,102.00")), JULY, AUGUST)

    assert problem.message_zh == "“余额”是 879.90，应为 897.90：上月末余额 999.90，本行支出 102.00"


def test_the_first_line_starts_from_the_summary_where_there_is_one() -> None:
    header, first, *_ = SUMMARY.text.splitlines(keepends=True)
    opening = SUMMARY.of(text=header + first.replace("1000.00", "1000.10"))

    assert "ledger-balance:2:balance" in found_in(JULY, opening)


def test_transfers_of_a_month_cancel_out() -> None:
    one_sided = ledger("2026-07", "基本户 1 20 记-7-2 转出 转备用金 200.00 - 1300.00")

    assert found_in(one_sided) == ["ledger-transfers-net:2:amount"]


def test_lines_of_one_voucher_on_one_day_may_share_its_number() -> None:
    split = ledger(
        "2026-07",
        "基本户 1 05 记-7-1 支出 路灯电费 10.00 - 90.00",
        "基本户 2 05 记-7-1 支出 路灯灯泡6只 20.00 - 70.00",
    )

    assert found_in(split) == []


def test_a_line_dated_after_its_publication_is_found() -> None:
    early = JULY.of(date="2026-07-10")

    assert found_in(early) == [
        "ledger-date-in-period:3:entry_date",
        "ledger-date-in-period:4:entry_date",
    ]


def test_the_reviewer_neither_handles_nor_approves() -> None:
    keys = AUGUST.keys.replace(REVIEW, "review: {by: 丁大川, date: 2026-10-11}\n")

    assert found_in(AUGUST.of(keys=keys)) == ["ledger-separation:2:handler"]


def test_a_reversal_in_the_first_month_may_name_an_older_voucher() -> None:
    first = ledger("2026-07", "基本户 1 05 记-7-1 支出 冲销六月电费 -10.00 记-6-8 110.00")

    assert found_in(first) == []


def test_an_account_that_did_not_move_for_a_month_goes_on_from_the_month_before_it() -> None:
    wrong = ledger("2026-09", "备用金 1 15 记-9-4 支出 便民服务站打印纸2箱 30.00 - 221.00")

    assert found_in(wrong, JULY, AUGUST) == ["ledger-balance:2:balance"]
