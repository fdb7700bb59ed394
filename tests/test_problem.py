from __future__ import annotations

import pickle

import pytest

from disclosure.problem import MAX_VALUE, Code, DisclosureError, Severity, clip

CODE = Code(
    "sample-code",
    zh="第 {line} 行的 {field} 写作“{value}”，应为{expected}",
    en="line {line}: {field} is {value!r}, expected {expected}",
    hint_zh="改为 {expected}",
    hint_en="write {expected}",
)


def test_templates_are_filled_with_place_value_and_parts() -> None:
    problem = CODE.at("a.md", 3, "date", value="昨天", expected="2026-10-12")

    assert problem.message_zh == "第 3 行的 date 写作“昨天”，应为2026-10-12"
    assert problem.message_en == "line 3: date is '昨天', expected 2026-10-12"
    assert (problem.hint_zh, problem.hint_en) == ("改为 2026-10-12", "write 2026-10-12")
    assert problem.doc == "docs/problems.md#sample-code"


def test_severity_may_be_lowered_for_one_problem() -> None:
    problem = CODE.at("a.md", expected="", severity=Severity.WARNING)

    assert (CODE.severity, problem.severity) == (Severity.ERROR, Severity.WARNING)
    assert problem.severity.zh == "提示"


def test_row_may_stand_in_a_message() -> None:
    code = Code("row-code", zh="第 {row} 行", en="row {row}", hint_zh="改", hint_en="mend")

    assert code.at("a.csv", row=7).message_zh == "第 7 行"


def test_braces_in_a_value_are_no_template() -> None:
    problem = CODE.at("a.md", 1, "title", value="{line} {0} {x!r}", expected="{value}")

    assert "{line} {0} {x!r}" in problem.message_zh
    assert problem.hint_zh == "改为 {value}"


@pytest.mark.parametrize(
    "text",
    ["甲\n乙", "甲\x1b[31m乙", "甲\u202e乙", "甲\u200b乙", "甲\ufeff乙", "甲\x00乙", "甲\u2028乙"],
)
def test_control_characters_become_a_blank(text: str) -> None:
    problem = CODE.at("a.md", 1, "title", value=text, expected=text)

    assert "甲 " in problem.value
    assert problem.message_zh.isprintable()


def test_long_values_are_cut() -> None:
    text = "长" * 500

    assert clip(text) == "长" * (MAX_VALUE - 1) + "…"
    assert clip("长" * MAX_VALUE) == "长" * MAX_VALUE


def test_problems_sort_by_file_then_down_the_page() -> None:
    problems = [
        CODE.at("b.md", 1, expected=""),
        CODE.at("a.md", 10, expected=""),
        CODE.at("a.md", 2, "title", expected=""),
        CODE.at("a.md", 2, "date", expected=""),
        CODE.at("a.csv", row=5, expected=""),
        CODE.at("a.md", expected=""),
    ]

    ordered = sorted(problems, key=lambda problem: problem.place)

    assert [f"{one.file}:{one.line or one.row}:{one.field}" for one in ordered] == [
        "a.csv:5:",
        "a.md:0:",
        "a.md:2:date",
        "a.md:2:title",
        "a.md:10:",
        "b.md:1:",
    ]


def test_error_carries_all_its_problems() -> None:
    problems = (CODE.at("a.md", 1, expected="x"), CODE.at("a.md", 2, expected="y"))

    error = DisclosureError(*problems)

    assert error.problems == problems
    assert str(error).count("expected") == 2


def test_problems_travel_with_their_error() -> None:
    error = DisclosureError(CODE.at("a.md", 3, "date", value="昨天", expected="2026-10-12"))

    arrived = pickle.loads(pickle.dumps(error))

    assert arrived.problems == error.problems
    assert str(arrived) == str(error)
