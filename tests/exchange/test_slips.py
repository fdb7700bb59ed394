from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.exchange.sheets import (
    HEADER,
    ONE,
    TWO,
    cells,
    column,
    plan_file,
    plan_rows,
    refused,
    whys,
    write_xlsx,
)
from tests.workbook.xls import XlsSheet, write_xls

TITLE = ("甲村2026年9月财务收支明细账",)


def test_a_plain_sheet_is_taken_as_it_is(tmp_path: Path) -> None:
    plan = plan_rows(tmp_path, [HEADER, ONE, TWO])

    assert plan.intake.rows[0][:8] == (
        "990101100201", "2026-09", "基本户", "1", "2026-09-03", "记-001", "收入", "经营收入",
    )  # fmt: skip
    assert column(plan, "amount") == ["1200.00", "1004.20"]
    assert plan.intake.numbers == (2, 3)
    assert (plan.intake.changes, plan.intake.questions) == ((), ())


# --- headers --------------------------------------------------------------------------------------


def test_a_header_of_two_rows_with_income_beside_expense(tmp_path: Path) -> None:
    top = ("序号", "日期", "凭证号", "科目", "摘要", "金额", None, "资金来源", "经手人", "审批人",
           "结余", "监督意见", "审核日期")  # fmt: skip
    below = (None,) * 5 + ("收入", "支出")
    one = ("1", "2026-09-03", "记-001", "经营收入", "门面房租金", 1200, None, *ONE[7:])
    two = ("2", "2026-09-08", "记-002", "公益支出", "村道路灯电费", 0, 1004.2, *TWO[7:])
    merged = [(0, 0, 0, 12), (1, 5, 1, 6), *((1, at, 2, at) for at in (0, 1, 2, 3, 4, 7, 8))]

    plan = plan_rows(tmp_path, [TITLE, top, below, one, two], merged=merged)

    assert column(plan, "direction") == ["收入", "支出"]
    assert column(plan, "amount") == ["1200.00", "1004.20"]
    assert plan.intake.numbers == (4, 5)


def test_month_and_day_in_columns_of_their_own(tmp_path: Path) -> None:
    top = ("序号", "2026年", None, *HEADER[2:])
    below = (None, "月", "日")
    rows = [(1, 9, 3, *ONE[2:]), (2, None, 8, *TWO[2:])]

    plan = plan_rows(tmp_path, [top, below, *rows], merged=[(0, 1, 0, 2)])

    assert column(plan, "entry_date") == ["2026-09-03", "2026-09-08"]


def test_a_header_of_another_year_is_refused(tmp_path: Path) -> None:
    top = ("序号", "2025年", None, *HEADER[2:])
    rows = [top, (None, "月", "日"), (1, 9, 3, *ONE[2:])]

    [problem] = refused(tmp_path, rows, merged=[(0, 1, 0, 2)])

    assert problem.code == "import-period-unfit"
    assert "写的是 2025 年" in problem.message_zh


def test_a_title_of_another_month_is_pointed_out(tmp_path: Path) -> None:
    plan = plan_rows(tmp_path, [("甲村2026年8月份收支账",), HEADER, ONE])

    assert plan.intake.notices == ("表格标题写的是2026年8月，导入的期间是2026年9月，请核对",)


def test_a_header_repeated_on_every_printed_page_is_no_entry(tmp_path: Path) -> None:
    plan = plan_rows(tmp_path, [TITLE, HEADER, ONE, TITLE, HEADER, TWO])

    assert plan.intake.numbers == (3, 6)
    assert [row.row for row in plan.intake.dropped] == [4, 5]


def test_a_row_that_numbers_the_columns_is_no_entry(tmp_path: Path) -> None:
    numbering = tuple(range(1, len(HEADER) + 1))

    plan = plan_rows(tmp_path, [HEADER, numbering, ONE, TWO])

    assert plan.intake.numbers == (3, 4)


def test_a_workbook_without_the_table_says_what_its_header_should_be(tmp_path: Path) -> None:
    [problem] = refused(tmp_path, [("一", "二", "三"), (1, 2, 3)])

    assert problem.code == "import-header-unknown"
    assert "账户代号、序号、记账日期" in problem.hint_zh
    assert "tasks.py template village_ledger" in problem.hint_zh


def test_two_columns_with_the_same_heading_are_refused(tmp_path: Path) -> None:
    rows = [(*HEADER, "金额"), (*ONE, 1200)]

    [problem] = refused(tmp_path, rows)

    assert problem.code == "import-column-twice"
    assert "G、N 列的表头都是“金额”" in problem.message_zh


# --- days -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2026.9.1", "2026-09-01"),
        ("2026/9/1", "2026-09-01"),
        ("2026年9月1日", "2026-09-01"),
        ("２０２６－０９－０１", "2026-09-01"),
        ("20260901", "2026-09-01"),
        (20260901, "2026-09-01"),
        ("9月1日", "2026-09-01"),
        ("9.10", "2026-09-10"),
        (9.12, "2026-09-12"),
        ("26.9.1", "2026-09-01"),
        ("1日", "2026-09-01"),
        (46266, "2026-09-01"),
        ("46266", "2026-09-01"),
        (date(2026, 9, 1), "2026-09-01"),
    ],
)
def test_a_day_is_understood(tmp_path: Path, written: object, read: str) -> None:
    plan = plan_rows(tmp_path, [HEADER, cells(ONE, 日期=written)])

    assert column(plan, "entry_date") == [read]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        (9.1, "分不清是9月1日还是9月10日"),
        ("2月30日", "没有 2026年2月30日 这一天"),
        ("25.9.1", "年份只写了两位"),
        ("1月5日", "分不清是 2026 年还是下一年"),
        ("九月初", "看不出是哪一天"),
        (123.45, "看不出是哪一天"),
    ],
)
def test_a_day_that_is_not_certain_is_refused(tmp_path: Path, written: object, reason: str) -> None:
    [problem] = refused(tmp_path, [HEADER, cells(ONE, 日期=written)])

    assert (problem.code, problem.row, problem.field) == ("import-cell-unclear", 2, "entry_date")
    assert "B2" in problem.message_zh
    assert reason in problem.message_zh


def test_serial_numbers_of_a_workbook_that_counts_from_1904(tmp_path: Path) -> None:
    rows = [HEADER, cells(ONE, 日期=44804)]

    plan = plan_rows(tmp_path, rows, options={"date_1904": True})

    assert column(plan, "entry_date") == ["2026-09-01"]


# --- money ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1,200.00", "1200.00"),
        ("￥1，200.5", "1200.50"),
        ("１２００", "1200.00"),
        ("1200元", "1200.00"),
        ("1,200元整", "1200.00"),
        ("0.12万元", "1200.00"),
        (" 1200 ", "1200.00"),
        ("(1200)", "-1200.00"),
        ("（1200）", "-1200.00"),
        (0.1 + 0.2, "0.30"),
        (-1200, "-1200.00"),
    ],
)
def test_an_amount_is_understood(tmp_path: Path, written: object, read: str) -> None:
    plan = plan_rows(tmp_path, [HEADER, cells(ONE, 金额=written)])

    assert column(plan, "amount") == [read]


@pytest.mark.parametrize(
    ("written", "reason"),
    [
        ("约1200", "不是数字"),
        ("1,20", "不是数字"),
        ("1200美元", "不知道怎样折算"),
        ("-", "不是数字"),
        (33.3333, "实际是 33.3333"),
        (1e300, "数太大"),
        (True, "不是数字"),
    ],
)
def test_an_amount_that_is_not_certain_is_refused(
    tmp_path: Path, written: object, reason: str
) -> None:
    [problem] = refused(tmp_path, [HEADER, cells(ONE, 金额=written)])

    assert "G2" in problem.message_zh
    assert reason in problem.message_zh


def test_ten_thousands_when_the_sheet_says_so(tmp_path: Path) -> None:
    unit = (None, None, "单 位：万元")
    row = cells(ONE, 金额=0.12, 余额=1.12)

    plan = plan_rows(tmp_path, [TITLE, unit, HEADER, row])

    assert column(plan, "amount") == ["1200.00"]
    assert column(plan, "balance") == ["11200.00"]
    assert whys(plan)["G4"] == "原单位折算成元（×10000）"


def test_the_unit_of_a_heading_goes_before_that_of_the_sheet(tmp_path: Path) -> None:
    header = tuple("金额（元）" if title == "金额" else title for title in HEADER)
    row = cells(ONE, 余额=1.12)

    plan = plan_rows(tmp_path, [("单位：万元",), header, row])

    assert column(plan, "amount") == ["1200.00"]
    assert column(plan, "balance") == ["11200.00"]


# --- texts ----------------------------------------------------------------------------------------


def test_blanks_line_breaks_and_full_width_codes_are_tidied(tmp_path: Path) -> None:
    row = cells(ONE, 凭证号=" 记－００１ ", 摘要="　门面房\n租金 ", 监督意见="同 意")

    plan = plan_rows(tmp_path, [HEADER, row])

    assert column(plan, "voucher_no") == ["记-001"]
    assert column(plan, "summary") == ["门面房 租金"]
    assert column(plan, "review_opinion") == ["同意"]


def test_a_voucher_shown_with_leading_zeros_keeps_them(tmp_path: Path) -> None:
    plan = plan_rows(tmp_path, [HEADER, cells(ONE, 凭证号=12)], formats={(1, 2): "0000"})

    assert column(plan, "voucher_no") == ["0012"]


def test_the_same_as_above_is_written_out(tmp_path: Path) -> None:
    plan = plan_rows(tmp_path, [HEADER, ONE, cells(TWO, 经手人="同上", 审批人="〃")])

    assert column(plan, "handler") == ["甲员", "甲员"]
    assert whys(plan)["J3"] == "“同上”写成上一行的内容"


def test_merged_cells_count_for_each_of_their_rows(tmp_path: Path) -> None:
    rows = [HEADER, ONE, cells(TWO, 日期=None, 金额=300)]

    plan = plan_rows(tmp_path, rows, merged=[(1, 1, 2, 1)])

    assert column(plan, "entry_date") == ["2026-09-03", "2026-09-03"]


def test_an_amount_merged_over_two_rows_is_refused(tmp_path: Path) -> None:
    problems = refused(tmp_path, [HEADER, ONE, cells(TWO, 金额=None)], merged=[(1, 6, 2, 6)])

    assert {problem.row for problem in problems} == {2, 3}
    assert all("不知道这个数属于哪一行" in problem.message_zh for problem in problems)


def test_a_word_outside_the_list_is_refused_with_the_list(tmp_path: Path) -> None:
    [problem] = refused(tmp_path, [HEADER, cells(ONE, 收支方向="付出")])

    assert "收入、支出、转入、转出" in problem.message_zh


# --- what must not slip through -------------------------------------------------------------------


def test_a_formula_that_was_never_computed_is_named(tmp_path: Path) -> None:
    [problem] = refused(tmp_path, [HEADER, cells(ONE, 余额="=G2+10000")])

    assert "K2" in problem.message_zh
    assert "公式没有算出的结果" in problem.message_zh


def test_a_formula_that_fails_is_named(tmp_path: Path) -> None:
    from tests.workbook.xls import Formula

    path = tmp_path / "账.xls"
    path.write_bytes(write_xls([XlsSheet("九月", [HEADER, cells(ONE, 余额=Formula(fails=True))])]))

    with pytest.raises(Exception, match="K2"):
        plan_file(path)


def test_an_identity_number_is_refused_and_masked(tmp_path: Path) -> None:
    number = "11010119900307" + "7774"  # cut, so that no number stands in the repository

    [problem] = refused(tmp_path, [HEADER, cells(ONE, 经手人=f"甲员{number}")])

    assert problem.code == "import-personal-number"
    assert "I2" in problem.message_zh
    assert number not in problem.message_zh + problem.value


def test_a_number_whose_last_digits_excel_lost_is_refused(tmp_path: Path) -> None:
    [problem] = refused(tmp_path, [HEADER, cells(ONE, 经手人=510_123_198_001_010_000)])

    assert "末几位改成 0" in problem.message_zh
    assert "510123198001010000" not in problem.message_zh


@pytest.mark.parametrize("typed", ["990101001001", "一社区"])
def test_a_row_of_another_village_is_refused(tmp_path: Path, typed: str) -> None:
    [problem] = refused(tmp_path, [("行政村", *HEADER), (typed, *ONE)])

    assert "不是甲村" in problem.message_zh


def test_a_row_may_name_its_village(tmp_path: Path) -> None:
    plan = plan_rows(tmp_path, [("行政村", *HEADER), ("甲村", *ONE)])

    assert column(plan, "division_code") == ["990101100201"]


def test_columns_the_table_does_not_have_are_named(tmp_path: Path) -> None:
    plan = plan_rows(tmp_path, [(*HEADER, "备注"), (*ONE, "现金"), (*TWO, None)])

    assert plan.intake.notices == ("N 列“备注”，标准数据表没有这一列，其中 1 格没有导入",)


def test_hidden_rows_columns_and_sheets_are_named(tmp_path: Path) -> None:
    path = tmp_path / "账.xls"
    rows = [HEADER, ONE, TWO]
    sheet = XlsSheet("九月", rows, hidden_columns=[5], hidden_rows=[2])
    other = XlsSheet("底稿", rows, is_hidden=True)
    path.write_bytes(write_xls([sheet, other]))

    plan = plan_file(path)

    assert plan.hidden == ("工作表“底稿”是隐藏的，没有导入",)
    assert plan.intake.notices == (
        "F 列是隐藏的，照样导入",
        "第 3 行是隐藏的（可能设了筛选），照样导入",
    )


def test_two_sheets_that_fit_must_be_told_apart(tmp_path: Path) -> None:
    path = tmp_path / "账.xls"
    sheets = [XlsSheet("八月", [HEADER, ONE]), XlsSheet("九月", [HEADER, ONE, TWO])]
    path.write_bytes(write_xls(sheets))

    with pytest.raises(Exception, match="sheet"):
        plan_file(path)

    assert len(plan_file(path, sheet="九月").intake.rows) == 2


def test_csv_in_the_encoding_of_chinese_excel(tmp_path: Path) -> None:
    path = tmp_path / "账.csv"
    text = "\r\n".join(",".join(str(cell) for cell in row) for row in (HEADER, ONE, TWO))
    path.write_bytes(text.encode("gb18030"))

    plan = plan_file(path)

    assert column(plan, "amount") == ["1200.00", "1004.20"]


def test_what_stands_beside_the_table_fills_what_it_lacks(tmp_path: Path) -> None:
    beside = ("账户：基本户", None, "审核日期：2026年10月8日")
    header, row = HEADER[:-1], ONE[:-1]
    path = write_xlsx(tmp_path / "账.xlsx", [TITLE, beside, header, row])

    plan = plan_file(path, {})

    assert column(plan, "account_id") == ["基本户"]
    assert column(plan, "reviewed_on") == ["2026-10-08"]
    assert plan.intake.questions == ()


def test_what_nobody_says_is_asked(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "账.xlsx", [HEADER, ONE])

    plan = plan_file(path, {})

    assert [one.column.name for one in plan.intake.questions] == ["account_id"]


def test_a_number_nobody_gives_is_never_asked_for(tmp_path: Path) -> None:
    rows = [[cell for title, cell in zip(HEADER, row, strict=True) if title != "余额"]
            for row in (HEADER, ONE)]  # fmt: skip

    [problem] = refused(tmp_path, rows)

    assert (problem.code, problem.field) == ("import-column-missing", "balance")
