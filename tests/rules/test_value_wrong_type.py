from __future__ import annotations

import pytest

from disclosure.catalogue import Kind
from tests.rules.verbs import GOOD, check_clean, check_found, problems_of

AUTHOR = "author: 村文书\n"


def with_line(line: str) -> str:
    return GOOD.replace(AUTHOR, AUTHOR + line + "\n")


@pytest.mark.parametrize(
    "line",
    [
        "keywords: [道路, 修补]",
        "keywords: 道路",
        "draft: false",
        "source: {name: 南镇人民政府, url: 'https://example.cn/路/a.html?b=1'}",
        "share: [up, down]",
        "rows: 128",
        "period: 2026-W41",
        "summary: ",
    ],
)
def test_right_values_pass(line: str) -> None:
    text = with_line(line)

    codes = {problem.code for problem in problems_of(text)}

    assert "value-wrong-type" not in codes


@pytest.mark.parametrize(
    ("line", "field"),
    [
        ("summary: {甲: 乙}", "summary"),
        ("summary: [甲, 乙]", "summary"),
        ("keywords: [道路, '']", "keywords"),
        ("keywords: {甲: 乙}", "keywords"),
        ("draft: 是", "draft"),
        ("draft: True", "draft"),
        ("source: 南镇人民政府", "source"),
        ("source: {name: 南镇人民政府, url: ftp://example.cn/a}", "source.url"),
        ("source: {name: 南镇人民政府, url: 'javascript:alert(1)'}", "source.url"),
        ("source: {name: 南镇人民政府, published: 去年国庆}", "source.published"),
        ("rows: 1,280", "rows"),
        ("rows: 128行", "rows"),
        ("rows: 0128", "rows"),
        ("share: [上级]", "share"),
        ("period: 2026-13", "period"),
        ("period: 三季度", "period"),
        ("period: [2026-09]", "period"),
        ("event_on: 下周一", "event_on"),
        ("event_on: {日: 1}", "event_on"),
        ("images: files/a.jpg", "images"),
        ("images: [files/a.jpg]", "images"),
    ],
)
def test_wrong_value_is_found_on_its_line(line: str, field: str) -> None:
    text = with_line(line)

    found = [(p.line, p.field) for p in problems_of(text) if p.code == "value-wrong-type"]

    assert found == [(8, field)]


def test_element_must_be_a_text() -> None:
    text = GOOD.replace("  工程位置: 三组", "  工程位置: [三组]")

    codes = [f"{p.code}:{p.field}" for p in problems_of(text) if p.code == "value-wrong-type"]

    assert codes == ["value-wrong-type:elements"]


def test_table_column_in_a_block_has_the_column_s_type() -> None:
    text = GOOD.replace(AUTHOR, AUTHOR + "vote: {ballot_id: 2026-03, eligible: 四十五}\n")

    fields = [p.field for p in problems_of(text, kind=Kind.VOTES) if p.code == "value-wrong-type"]

    assert fields == ["vote.eligible"]


def test_message_names_value_and_expectation() -> None:
    text = with_line("draft: 是")

    (problem,) = problems_of(text)

    assert problem.message_zh == "草稿（draft）写作“是”，应为：true 或 false"
    assert problem.hint_zh == "写作 draft: true"


def test_personal_number_is_not_repeated() -> None:
    number = "11010519491231002X"
    text = with_line(f"rows: {number}")

    (problem,) = [one for one in problems_of(text) if one.code == "value-wrong-type"]

    assert number not in problem.message_zh + problem.value + problem.hint_zh + problem.message_en


def test_good_entry_is_clean() -> None:
    text = GOOD

    check_clean(text)


def test_moment_without_time_has_a_code_of_its_own() -> None:
    text = GOOD.replace("date: 2026-10-12 09:00", "date: 2026-10-12")

    check_found(text, ["time-missing:4:date"])
