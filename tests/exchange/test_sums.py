from __future__ import annotations

from pathlib import Path

from tests.exchange.sheets import HEADER, ONE, TWO, cells, plan_rows, refused

NOTHING = (None,) * len(HEADER)
SPLIT = ("序号", "日期", "凭证号", "科目", "摘要", "收入", "支出", "资金来源", "经手人", "审批人",
         "结余", "监督意见", "审核日期")  # fmt: skip
IN = (1, "9月3日", "记-001", "经营收入", "门面房租金", 1200, None, *ONE[7:])
OUT = (2, "9月8日", "记-002", "公益支出", "村道路灯电费", None, 1004.2, *TWO[7:])


def total(
    word: str, income: object = None, expense: object = None, balance: object = None
) -> tuple[object, ...]:
    return (word, *NOTHING[1:5], income, expense, None, None, None, balance, None, None)


def test_a_right_sum_is_dropped(tmp_path: Path) -> None:
    rows = [
        SPLIT,
        total("上月结转", balance=10000),
        IN,
        OUT,
        total("本月合计", 1200, 1004.2, 10195.8),
        total("本年累计", 30000, 20000),
    ]

    plan = plan_rows(tmp_path, rows)

    assert plan.intake.numbers == (3, 4)
    assert [(row.row, row.why) for row in plan.intake.dropped] == [
        (2, "期初余额，不是本期发生"),
        (5, "合计，已核对"),
        (6, "累计，本表没有以前的行，没有核对"),
    ]


def test_a_wrong_sum_names_its_row_and_both_values(tmp_path: Path) -> None:
    [problem] = refused(tmp_path, [SPLIT, IN, OUT, total("合 计", 1200, "1,040.20")])

    assert (problem.code, problem.row) == ("import-sum-wrong", 4)
    assert problem.message_zh == ("“合计”的支出（G4）写的是 1,040.20，按各行应为 1,004.20")


def test_a_wrong_balance_in_a_sum_is_found(tmp_path: Path) -> None:
    [problem] = refused(tmp_path, [SPLIT, IN, OUT, total("合计", 1200, 1004.2, 10159.8)])

    assert "K4" in problem.message_zh


def test_part_sums_and_the_whole_are_each_checked(tmp_path: Path) -> None:
    rows = [
        SPLIT,
        IN,
        total("小计", 1200),
        OUT,
        total("小计", None, 1004.2),
        total("合计", 1200, 1004.2),
    ]

    assert plan_rows(tmp_path, rows).intake.numbers == (2, 4)

    rows[4] = total("小计", 1200, 1004)
    problems = refused(tmp_path, rows)
    assert {problem.row for problem in problems} == {5}


def test_a_sum_above_its_entries_is_checked_too(tmp_path: Path) -> None:
    assert plan_rows(tmp_path, [SPLIT, total("合计", 1200, 1004.2), IN, OUT]).intake.numbers == (
        3,
        4,
    )

    [problem] = refused(tmp_path, [SPLIT, total("合计", 1300, 1004.2), IN, OUT])
    assert problem.row == 2


def test_pages_carried_over_are_no_entries(tmp_path: Path) -> None:
    carried = total("过次页", 1200, None, 11200)
    brought = total("承前页", 1200, None, 11200)

    assert plan_rows(tmp_path, [SPLIT, IN, carried, brought, OUT]).intake.numbers == (2, 5)

    [problem] = refused(tmp_path, [SPLIT, IN, total("过次页", 1300), OUT])
    assert problem.row == 3


def test_an_opening_balance_in_the_column_of_income_is_refused(tmp_path: Path) -> None:
    [problem] = refused(tmp_path, [SPLIT, total("上月结转", 10000, None, 10000), IN])

    assert problem.code == "import-row-unclear"
    assert "结转不是本期发生额" in problem.message_zh


def test_signatures_and_notes_below_the_table_are_no_entries(tmp_path: Path) -> None:
    signed = ("制 表 人：甲员", *NOTHING[1:6], "审核人：丙员", *NOTHING[7:])
    note = ("注：电费按3块表合计", *NOTHING[1:])

    plan = plan_rows(tmp_path, [HEADER, ONE, TWO, NOTHING, signed, note])

    assert plan.intake.numbers == (2, 3)
    assert plan.intake.said["制表人"].text == "甲员"
    assert plan.intake.said["审核人"].text == "丙员"


def test_rows_that_were_only_made_ready_are_no_entries(tmp_path: Path) -> None:
    ready = [(number, *NOTHING[1:5], 0, None, *NOTHING[7:10], 10195.8) for number in (3, 4)]

    plan = plan_rows(tmp_path, [SPLIT, IN, OUT, *((*row, None, None) for row in ready)])

    assert plan.intake.numbers == (2, 3)
    assert [row.why for row in plan.intake.dropped] == ["只有序号或余额，没有内容"] * 2


def test_income_and_expense_in_one_row_are_refused(tmp_path: Path) -> None:
    both = (1, "9月3日", "记-001", "经营收入", "门面房租金", 1200, 300, *ONE[7:])

    [problem] = refused(tmp_path, [SPLIT, both])

    assert "同一行在两栏都填了金额" in problem.message_zh


def test_a_row_without_any_amount_is_refused(tmp_path: Path) -> None:
    none = (1, "9月3日", "记-001", "经营收入", "门面房租金", None, None, *ONE[7:])

    [problem] = refused(tmp_path, [SPLIT, none, OUT])

    assert "都没有金额" in problem.message_zh


def test_everything_wrong_is_told_at_once(tmp_path: Path) -> None:
    rows = [HEADER, cells(ONE, 日期="九月"), cells(TWO, 金额="若干"), ("合计", *NOTHING[1:6], 9999)]

    assert [problem.row for problem in refused(tmp_path, rows)] == [2, 3, 4]
