from __future__ import annotations

import re
from json import loads

import pytest

from disclosure.dataset.explain import explain
from disclosure.dataset.wording import FORMS
from disclosure.report import json, text
from tests.dataset.ledgers import (
    COLUMNS,
    ROW,
    ledger,
    problems_of,
    said,
    schema_of,
    sentence_of,
    standard_tables,
    table_of,
)


@pytest.mark.parametrize(
    ("column", "text", "expected"),
    [
        ("amount", "一百", "金额“一百”应填数字"),
        ("amount", "1.005", "金额“1.005”至多写 2 位小数"),
        ("entry_no", "1.5", "序号“1.5”应填整数"),
        ("entry_no", "0", "序号“0”不能小于 1"),
        ("entry_date", "2026-02-30", "记账日期“2026-02-30”应填实有的日期，如 2026-09-01"),
        ("entry_date", "2026-9-5", "记账日期“2026-9-5”应写成 2026-09-01 这样的日期，月、日各两位"),
        (
            "direction",
            "收",
            "收支方向“收”不在可填的范围内，可填“收入”、“支出”、“转入”、“转出”",
        ),
        ("period", "2026-Q3", "期间“2026-Q3”应写成 2026-09 这样的月份"),
        ("division_code", "9901", "区划代码“9901”应为 12 位数字的区划代码"),
        ("summary", "电费", "摘要“电费”太短，至少写 4 个字"),
        ("handler", "", "经手人没有填写"),
        ("handler", "  ", "经手人只有空格，没有内容"),
    ],
)
def test_cell_is_explained_by_its_title_and_what_it_may_hold(
    column: str, text: str, expected: str
) -> None:
    assert said({column: text}) == [f"2:{expected}"]


def test_a_row_is_one_sentence_in_the_order_of_the_columns() -> None:
    found = said({}, {"amount": "x", "direction": "收"}, {})

    assert found == [
        "3:收支方向“收”不在可填的范围内，可填“收入”、“支出”、“转入”、“转出”；金额“x”应填数字"
    ]


def test_every_wrong_row_is_told_and_a_screen_shows_twenty_of_them() -> None:
    problems = problems_of(ledger(*({"amount": "x"} for _ in range(25))))

    screen = text.write(problems, checked=1)
    whole = loads(json.write(problems, checked=1))

    assert [problem.row for problem in problems] == list(range(2, 27))
    assert screen.count("应填数字") == 20
    assert "另有 5 处未列出" in screen
    assert [one["row"] for one in whole] == list(range(2, 27))
    assert all("金额“x”应填数字" in one["message_zh"] for one in whole)


def test_row_with_many_faults_is_told_to_its_end() -> None:
    (problem,) = problems_of(
        ledger(dict.fromkeys(("direction", "fund_source", "review_opinion", "amount"), "无"))
    )

    assert problem.message_zh.count("；") == 3
    assert "监督机构审核意见" in problem.message_zh


def test_rows_are_numbered_as_excel_does_whatever_a_cell_holds() -> None:
    (problem,) = problems_of(ledger({"summary": "第一行\n第二行"}, {"amount": "x"}))

    assert (problem.row, problem.line, problem.field, problem.value) == (3, 0, "amount", "x")


def test_blank_row_is_said_to_be_blank() -> None:
    blank = dict.fromkeys(COLUMNS, "")

    assert said({}, blank) == ["3:整行空白，请删去"]


def test_repeated_key_names_both_rows() -> None:
    (problem,) = problems_of(ledger({}, {}, {"entry_no": "1"}))

    assert problem.code == "key-unique"
    assert problem.row == 4
    assert problem.message_zh == "区划代码、账户代号、期间、序号与第 2 行的相同"


def test_other_columns_are_explained_where_one_is_missing() -> None:
    columns = tuple(name for name in COLUMNS if name != "handler")

    found = [sentence_of(one) for one in problems_of(ledger({"amount": "x"}, columns=columns))]

    assert found == ["金额“x”应填数字"]


def test_header_alone_is_the_matter_of_other_rules() -> None:
    columns = tuple(name for name in COLUMNS if name != "handler")

    assert problems_of(ledger({}, columns=columns)) == []
    assert problems_of(table_of((*COLUMNS, "note"), (*ROW, "x"))) == []


def test_personal_numbers_are_masked() -> None:
    number = "11010119900307" + "8515"

    (problem,) = problems_of(ledger({"direction": number}))

    assert number not in problem.message_zh + problem.message_en + problem.value
    assert "110" in problem.message_zh


def test_names_of_masked_columns_are_masked() -> None:
    schema = schema_of(
        "fields:\n  - {name: person_masked, title: 姓名, type: string, mask: true,"
        " constraints: {enum: [甲]}}\n"
    )

    (problem,) = explain(table_of(("person_masked",), ("王小明",)), schema, {})

    assert sentence_of(problem).startswith("姓名“王**”")
    assert "小明" not in problem.message_zh + problem.message_en + problem.value


def test_every_pattern_of_the_standard_tables_is_put_into_words() -> None:
    patterns = {
        column.limits.pattern
        for table in standard_tables().values()
        for column in table.columns.values()
    }

    assert patterns - {""} == FORMS.keys()


def test_keys_of_the_standard_tables_are_required() -> None:
    optional = {
        (table.name, name)
        for table in standard_tables().values()
        for name in table.primary_key
        if not table.columns[name].is_required
    }

    assert optional == set()


def test_long_table_is_explained_without_the_rows_that_are_in_order() -> None:
    rows: list[dict[str, str]] = [{} for _ in range(2_000)]
    rows[1_500] = {"amount": "x"}

    found = said(*rows)

    assert found == ["1502:金额“x”应填数字"]
    assert re.fullmatch(r"\d+:.*", found[0])
