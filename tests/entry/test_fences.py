from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.entry.fences import split, split_any, split_usual
from disclosure.problem import DisclosureError
from tests.rules.verbs import GOOD, check_found, problems_of


def code_of(text: str) -> tuple[str, int]:
    with pytest.raises(DisclosureError) as caught:
        split(text, "a.md")
    (problem,) = caught.value.problems
    return problem.code, problem.line


def test_file_is_cut_at_its_fences() -> None:
    text = "---\ntitle: 甲\n---\n正文\n\n---\n余下\n"

    parts = split(text, "a.md")

    assert (parts.above, parts.body) == ("title: 甲\n", "正文\n\n---\n余下\n")
    assert (parts.first_line, parts.body_line) == (2, 4)
    assert parts.join(parts.above) == text


def test_file_may_end_at_the_closing_fence() -> None:
    text = "---\ntitle: 甲\n---"

    parts = split(text, "a.md")

    assert (parts.above, parts.body) == ("title: 甲\n", "")
    assert parts.join(parts.above) == text


@pytest.mark.parametrize("fence", ["———", "－－－", "----", "--", "—", "–––", " ---", "－—-", "──"])
def test_fence_people_or_word_make_is_understood(fence: str) -> None:
    text = f"---\ntitle: 甲\n{fence}\n正文\n"

    parts = split(text, "a.md")

    assert parts.body == "正文\n"
    assert [(p.code, p.line) for p in parts.problems] == [("fence-form", 3)]
    assert parts.join(parts.above) == "---\ntitle: 甲\n---\n正文\n"


def test_opening_fence_is_understood_too() -> None:
    text = GOOD.replace("---\n", "———\n", 1)

    check_found(text, ["fence-form:1:"])


def test_blank_lines_above_the_front_matter_are_named() -> None:
    text = "\n\n" + GOOD.replace("title:", "titel:")

    found = [f"{one.code}:{one.line}" for one in problems_of(text) if one.code != "element-missing"]

    assert found == ["blank-above-fence:1", "key-missing:1", "key-unknown:4"]


@pytest.mark.parametrize("text", ["", "\n\n", "\u3000\n"])
def test_empty_file_is_named_as_such(text: str) -> None:
    assert code_of(text) == ("entry-empty", 1)


@pytest.mark.parametrize("text", ["正文\n", "title: 甲\n---\n", "***\ntitle: 甲\n***\n"])
def test_front_matter_is_missing(text: str) -> None:
    assert code_of(text)[0] == "front-matter-missing"


def test_missing_end_names_the_last_key() -> None:
    text = "---\ntitle: 甲\nelements:\n  正文: 见下\n\n正文从这里开始，没有分隔线。\n"

    assert code_of(text) == ("front-matter-unclosed", 4)


def test_heading_is_no_key() -> None:
    text = "---\ntitle: 甲\nauthor: 乙\n\n## 一、总体情况\n\n正文。\n"

    assert code_of(text) == ("front-matter-unclosed", 3)


def test_rule_in_the_body_is_not_the_missing_fence() -> None:
    text = GOOD.replace("村民委员会\n---\n", "村民委员会\n\n") + "\n---\n余下的话。\n"

    check_found(text, ["front-matter-unclosed:11:"])


def test_only_the_beginning_of_the_first_line_is_repeated() -> None:
    number = "11010519491231002X"

    with pytest.raises(DisclosureError) as caught:
        split(f"{number}\n", "a.md")

    assert number not in caught.value.problems[0].message_zh


@given(
    st.lists(
        st.sampled_from(["---", "--", "——", "－", "\n", "\n", " ", "\u3000", "a: 1", "  - b", "文"])
    ).map("".join)
)
def test_fences_seen_at_a_glance_are_where_a_closer_look_finds_them(text: str) -> None:
    usual = split_usual(f"---\n{text}")

    if usual:
        assert usual == split_any(f"---\n{text}", "a.md")
