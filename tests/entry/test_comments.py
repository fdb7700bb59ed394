"""A descriptor is published with its comments: numbers of persons in them are found."""

from __future__ import annotations

import pytest

from disclosure.entry.comments import comments_in
from disclosure.marked import Given, read_marked

NUMBER = "11010519491231002X"  # the example of GB 11643


def lines_found(text: str) -> list[int]:
    given, _ = read_marked(text, "datapackage.yaml")
    return [one.line for one in comments_in(text, "datapackage.yaml", given or Given(0, 0))]


@pytest.mark.parametrize(
    "text",
    [
        f"# {NUMBER}\ntitle: 账\n",
        f"title: 账  # {NUMBER}\n",
        f"title: 账\nnotes:\n  - 甲  # 乙 {NUMBER} # 丙\n",
        f"title: '第 #3 号'  # {NUMBER}\n",
    ],
)
def test_number_in_a_comment_is_found(text: str) -> None:
    assert len(lines_found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"title: '账 # {NUMBER}'\n",  # a value: the rules on values look at it
        f"title: 账\ndescription: |\n  # {NUMBER}\n",
        "title: 账  # 拟稿人填写\n",
        f"title: 账#{NUMBER}\n",
    ],
)
def test_other_signs_and_other_comments_are_let_pass(text: str) -> None:
    assert lines_found(text) == []


def test_number_is_never_shown_in_full() -> None:
    text = f"title: 账  # {NUMBER}\n"
    given, _ = read_marked(text, "datapackage.yaml")

    (problem,) = comments_in(text, "datapackage.yaml", given or Given(0, 0))

    assert NUMBER not in problem.message_zh + problem.message_en + problem.value
