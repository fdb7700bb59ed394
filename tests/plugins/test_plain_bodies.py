"""Bodies without markup of any depth are rendered at once; the HTML is that of the long way."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_entries.markup import Renderer
from disclosure_entries.plain import plain_html

BUILT = frozenset({"9901", "990101"})
RENDERER = Renderer(BUILT, "9901")
PLAIN = (
    *("普通文字，没有符号。", "五户：罗*清、柳*琼", "7月16日，3.5公里", "“引用”", "a - b"),
    *("电话0904-7503340", "２．全角", "张*，"),
    *("\n", "\n\n", "## 标题\n\n", "### 2. 办法\n\n", "- 一\n- 二\n", "- 一\n\n- 二"),
    *("| 组 | 户 |\n| --- | ---: |\n| 一 | 2 |\n", "| a | b |\n| :-: | :-- |\n| c |", "|", "| |"),
    *("[办法](../articles/rules.md)", "[名册](files/list.pdf)", "罗*[清](a.md)", "[a]", "(b)"),
    *("[区](division:990101/data/a-1)", "[县](division:990102)", "[x](division:1)", "[p](q)"),
    *("１. 全", "2. 号", "---", "===", ": 释", "~~~", "#", "标题\n---", "\u3000", " ", "　缩"),
    *("<b>", "&amp;", "**重**", "_x_", "`c`", "\\", "[^1]", "{x}", "\u2028", "\x02", "\ufeff"),
)  # fmt: skip


@given(st.lists(st.sampled_from(PLAIN) | st.text(max_size=4), max_size=9))
@settings(max_examples=500, deadline=None)
def test_what_is_taken_for_plain_looks_as_it_would_the_long_way(parts: list[str]) -> None:
    body = "".join(parts)

    html = plain_html(body, BUILT)

    assert html is None or html == RENDERER.render_any(body)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "一段。\n另一行。\n\n## 标题\n\n第二段，罗*清。\n",
        "三条：\n\n- 一；\n- 二；\n- 三。\n\n其余从略。",
        "| 组 | 户数 | 说明 |\n| --- | ---: | :-: |\n| 一组 | 27 |  |\n| 二组 | 28 | 无 |",
        "见[办法](../articles/rules.md)和[名册](../files/list.pdf)。",
        "见[本区](division:990101/articles/a-1)和[外区](division:990199/data/b)的[首页](division:990101)。",
    ],
)
def test_what_offices_write_is_plain(body: str) -> None:
    assert plain_html(body, BUILT) == RENDERER.render_any(body)


@pytest.mark.parametrize(
    "body",
    [
        "1. 一\n2. 二",
        "一段：\n- 一",
        "- 一\n\n- 二",
        "<b>粗</b>",
        "**重**",
        "张*，李*，",
        "标题\n---",
        "| a | b |\n| --- | --- |\n| 一 |",
        "[栏目](division:990101/articles)",
        "[外部](https://example.org/a)",
        "　　首行缩进",
    ],
)
def test_anything_else_goes_the_long_way(body: str) -> None:
    assert plain_html(body, BUILT) is None
