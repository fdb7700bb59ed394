from __future__ import annotations

import pytest

from disclosure.rules.markdown_hostile import CODE
from tests.rules.private import found, news


@pytest.mark.parametrize(
    "body",
    [
        "[" * 200,
        "(" * 200,
        "*" * 300,
        "![" * 100,
        "`" * 200,
        "很长" * 10_001,
        "[甲\n" * 1_001,
        "~~~" + " " * 1_000,
        "```a\n" * 201,
        ">" * 51,
        "> " * 60,
        "- " * 60 + "深",
        "- -\t" * 30 + "深",
        " " * 120 + "- 深",
        "甲\u202e乙",
        "甲\u2066乙",
        "甲\x00乙",
        "甲\x1b[31m乙",
    ],
)
def test_hostile_body_is_found(body: str) -> None:
    assert [problem.line for problem in found(CODE, news(body))] == [13]


def test_reversed_writing_in_a_title_is_found() -> None:
    files = news("正文。", 'summary: "甲\u202e乙"\n')

    assert [problem.line for problem in found(CODE, files)] == [9]


@pytest.mark.parametrize(
    "body",
    [
        "- 一\n    - 二\n        - 三",
        "> 引用\n>> 再引",
        "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |",
        "-" * 300,
        "　　首行缩进两字，\t制表。",
        "```\n[[[[[[\n```",
        "* * *\n- - -",
    ],
)
def test_usual_markdown_is_clean(body: str) -> None:
    assert found(CODE, news(body)) == []
