from __future__ import annotations

import pytest

from disclosure.rules.heading_level_one import CODE
from tests.rules.private import marks, news


@pytest.mark.parametrize(
    ("body", "line"), [("# 经过", 13), ("前言\n\n# 经过 #", 15), ("经过\n===", 13)]
)
def test_heading_of_the_first_level_is_found(body: str, line: int) -> None:
    assert marks(CODE, news(body)) == [f"warning:{line}::经过"]


@pytest.mark.parametrize("body", ["## 经过\n\n正文。", "```\n# 注释\n```", "#标签", "甲 = 乙"])
def test_other_headings_are_clean(body: str) -> None:
    assert marks(CODE, news(body)) == []
