from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure.exchange.place import write_package
from disclosure.exchange.plan import Request, plan_import, require_answers
from disclosure.problem import DisclosureError, Problem
from tests.exchange.sheets import ANSWERS, HEADER, ONE, TWO, cells, facts_at, write_xlsx
from tests.rules.verbs import VILLAGE

SUMMARY = ("账户", "期初余额", "本期收入", "本期支出", "转入", "转出", "期末余额", "制表人",
           "审核人", "审核日期")  # fmt: skip


def problem_of(
    folder: Path, rows: object, answers: dict[str, str] | None = None, **changed: str
) -> Problem:
    """Return the one problem for which a sheet is not imported."""
    path = write_xlsx(folder / "账.xlsx", rows)  # type: ignore[arg-type]
    request = replace(Request(path, VILLAGE, "village_ledger", "2026-09"), **changed)  # type: ignore[arg-type]
    with pytest.raises(DisclosureError) as error:
        require_answers(plan_import(facts_at(folder), request, answers or ANSWERS))
    [problem] = error.value.problems
    return problem


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"table": "ledger"}, "import-table-unknown"),
        ({"period": "2026-Q3"}, "import-period-unfit"),
        ({"period": "九月"}, "import-period-unfit"),
        ({"category": "E0203"}, "import-category-unclear"),
        ({"sheet": "十月"}, "import-sheet-unclear"),
        ({"division": "990101"}, "import-category-unclear"),
    ],
)
def test_a_command_that_does_not_fit_is_one_of_the_command(
    tmp_path: Path, changed: dict[str, str], code: str
) -> None:
    problem = problem_of(tmp_path, [HEADER, ONE], **changed)

    assert (problem.code, problem.file) == (code, "")


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({"颜色": "红"}, "import-answer-unknown"),
        ({"账户代号": "基本户", "冲销凭证": "记-001", "审查日期": "某日"}, "import-answer-wrong"),
        ({"审查日期": "10月8日"}, "import-answer-missing"),
    ],
)
def test_an_answer_that_does_not_fit_is_one_of_the_command(
    tmp_path: Path, answers: dict[str, str], code: str
) -> None:
    problem = problem_of(tmp_path, [HEADER, ONE], answers)

    assert (problem.code, problem.file) == (code, "")


def test_a_table_of_several_categories_asks_for_one(tmp_path: Path) -> None:
    problem = problem_of(tmp_path, [HEADER, ONE], table="payment_roster")

    assert problem.code == "import-category-unclear"
    assert "E0205（集体收益分配）" in problem.hint_zh


def test_a_header_without_entries_is_no_nil_report(tmp_path: Path) -> None:
    problem = problem_of(tmp_path, [HEADER, ("合计", *(None,) * 12)])

    assert problem.code == "import-empty"
    assert "nil: true" in problem.hint_zh


def test_a_heading_in_a_foreign_currency_is_refused(tmp_path: Path) -> None:
    header = tuple("金额（美元）" if one == "金额" else one for one in HEADER)
    problem = problem_of(tmp_path, [header, ONE])

    assert (problem.code, problem.field) == ("import-unit-differs", "amount")
    assert "“美元”" in problem.message_zh


@pytest.mark.parametrize("said", ["单位：元宝村", "编制单位：甲村", "单位：亩"])
def test_a_unit_that_is_an_office_or_no_money_changes_nothing(tmp_path: Path, said: str) -> None:
    path = write_xlsx(tmp_path / "账.xlsx", [(said,), HEADER, ONE])
    request = Request(path, VILLAGE, "village_ledger", "2026-09")

    plan = plan_import(facts_at(tmp_path), request, ANSWERS)

    assert "1200.00" in plan.intake.rows[0]


@pytest.mark.parametrize(
    "said",
    [
        ("单位：甲村", "单位：万元"),
        ("收支表（单位：万元）",),
        ("金额单位：", "万元"),
        ("单 位： 人民币万元",),
    ],
)
def test_ten_thousands_are_found_wherever_they_are_said(
    tmp_path: Path, said: tuple[str, ...]
) -> None:
    path = write_xlsx(tmp_path / "账.xlsx", [said, HEADER, cells(ONE, 金额=0.12, 余额=1.12)])
    request = Request(path, VILLAGE, "village_ledger", "2026-09")

    plan = plan_import(facts_at(tmp_path), request, ANSWERS)

    assert "1200.00" in plan.intake.rows[0]


def test_two_units_in_one_sheet_are_refused(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "账.xlsx", [("单位：元", "单位：万元"), HEADER, ONE])

    with pytest.raises(DisclosureError) as error:
        plan_import(facts_at(tmp_path), Request(path, VILLAGE, "village_ledger", "2026-09"), {})

    assert {one.code for one in error.value.problems} == {"import-unit-differs"}


def test_a_second_package_of_the_same_period_is_refused(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "账.xlsx", [HEADER, ONE])
    request = Request(path, VILLAGE, "village_ledger", "2026-09", name="ledger")
    plan = plan_import(facts_at(tmp_path), request, ANSWERS)
    write_package(tmp_path, plan.folder, plan.files, exists=False)

    problem = problem_of(tmp_path, [HEADER, ONE])

    assert problem.code == "import-same-period"
    assert "--write-to ledger" in problem.hint_zh


def test_a_folder_that_is_no_such_package_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "content/9901/990101/990101100/990101100201/data/x"
    folder.mkdir(parents=True)

    assert problem_of(tmp_path, [HEADER, ONE], name="x").code == "import-package-other"


def test_a_period_in_the_sheet_may_be_written_in_words(tmp_path: Path) -> None:
    rows = [("期间", *HEADER), ("2026年9月", *ONE), ("9月份", *TWO)]
    path = write_xlsx(tmp_path / "账.xlsx", rows)

    plan = plan_import(
        facts_at(tmp_path), Request(path, VILLAGE, "village_ledger", "2026-09"), ANSWERS
    )

    assert [row[1] for row in plan.intake.rows] == ["2026-09", "2026-09"]


def test_a_row_of_another_period_is_refused(tmp_path: Path) -> None:
    rows = [("期间", *HEADER), ("2026年8月", *ONE), ("2026-09", *TWO)]

    problem = problem_of(tmp_path, rows)

    assert (problem.code, problem.row) == ("import-cell-unclear", 2)
    assert "不是 --period 写的 2026-09" in problem.message_zh


def test_the_sum_of_all_accounts_is_a_row_of_the_summary(tmp_path: Path) -> None:
    rows = [
        SUMMARY,
        ("基本户", 100, 50, 30, 0, 0, 120, "甲员", "丙员", "2026-10-08"),
        ("专户", 10, 0, 0, 0, 0, 10, "甲员", "丙员", "2026-10-08"),
        ("合计", 110, 50, 30, 0, 0, 130, "甲员", "丙员", "2026-10-08"),
    ]
    path = write_xlsx(tmp_path / "汇总.xlsx", rows)

    plan = plan_import(facts_at(tmp_path), Request(path, VILLAGE, "village_summary", "2026-09"), {})

    assert [row[2] for row in plan.intake.rows] == ["基本户", "专户", "ALL"]


def test_rows_without_numbers_are_numbered_account_by_account(tmp_path: Path) -> None:
    header = ("账户", *HEADER[1:])
    rows = [header, ("基本户", *ONE[1:]), ("专户", *ONE[1:]), ("基本户", *TWO[1:])]
    path = write_xlsx(tmp_path / "账.xlsx", rows)

    plan = plan_import(facts_at(tmp_path), Request(path, VILLAGE, "village_ledger", "2026-09"), {})

    assert [row[2:4] for row in plan.intake.rows] == [
        ("基本户", "1"),
        ("专户", "1"),
        ("基本户", "2"),
    ]


def test_a_blank_cell_of_a_required_column_is_left_for_the_check(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "账.xlsx", [HEADER, ONE, cells(TWO, 经手人=None)])

    plan = plan_import(
        facts_at(tmp_path), Request(path, VILLAGE, "village_ledger", "2026-09"), ANSWERS
    )

    handler = plan.intake.columns.index("handler")
    assert [row[handler] for row in plan.intake.rows] == ["甲员", ""]
