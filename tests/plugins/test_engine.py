"""Bodies in the subset are rendered by the engine; the HTML is that of Python-Markdown and nh3."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bench.generate import generate
from bench.places import make_places
from disclosure_entries.engine import subset_html
from disclosure_entries.renderer import Renderer

ROOT = Path(__file__).resolve().parents[2]
BUILT = frozenset({"9901", "990101"})
RENDERER = Renderer(BUILT, "9901")

# What offices write.
WRITTEN = (
    *("普通文字", "，", "。", "（一）", "“引用”", "A1", "2.5", "“", "”", "罗*清", "柳*", "x - y"),
    *("**重点**", "**为何？** ", "**罗*清**", "**1**", " *强调* ", "(*em*)", '"', "'", "% > 5"),
    *("[办法](../articles/rules.md)", "[罗*清]({static}../files/list.pdf)", "[a b](b.md#p-1)"),
    *("[上月]({filename}../articles/a-1.md)", "[区](division:990101/data/a-1)", "{x}", "%7B"),
    *("[县](division:990102#a)", "[外](https://example.org/a?b=c)", '![图"一"]({static}a.png)'),
)
LINES = st.lists(st.sampled_from(WRITTEN), min_size=1, max_size=5).map("".join)
LEADS = ("", "", "- ", "1. ", "3. ", "12. ", "## ", "# ", "###### ", "## 1. ", "　　")
RULES = st.sampled_from(["---", ":-", "-:", " :-: ", "- "])
# What makes a dialect, a parser or an attacker go another way.
ODD = (
    *("*", "**", "***", "_", "x_y", "`", "~~", "<b>", "<", ">", "&", "&amp;", "\\", "[", "](", "!"),
    *("![p's](b.png)", "![q](division:990101)", "[x](javascript:a)", "[](a.md)", "[a]", "[^1]"),
    *("\n", "\n\n", "\n- ", "\n\n- ", "\n1. ", "\n\n2. ", "\n    - ", "\n    ", "\n> ", "\n+ "),
    *("\n---", "\n===", "\n: ", "\n#", "\n1) ", "\n３. ", "\n٣. ", "\n* ", "|", "|\n", "\n|", "||"),
    *(
        " ",
        "  ",
        "  \n",
        "　",
        "\u2003",
        "\u2028",
        "\xa0",
        "\t",
        "\x02",
        "\x1c",
        "\ufffe",
        "\u0301",
    ),
)


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """Return lines that begin alike, or a table."""
    lines = draw(st.lists(LINES, min_size=1, max_size=4))
    if draw(st.integers(0, 3)):
        lead = draw(st.sampled_from(LEADS))
        return draw(st.sampled_from(["\n", "\n\n"])).join(lead + line for line in lines)
    head = draw(st.lists(LINES, min_size=1, max_size=3))
    rules = draw(st.lists(RULES, min_size=len(head), max_size=len(head)))
    return "\n".join(f"|{' | '.join(row)}|" for row in (head, rules, lines, ["", *lines]))


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """Return blocks with blank lines between them; something odd may have got in."""
    body = "\n\n".join(draw(st.lists(blocks(), max_size=4)))
    for odd in draw(st.lists(st.sampled_from(ODD) | st.text(max_size=2), max_size=2)):
        place = draw(st.integers(0, len(body)))
        body = body[:place] + odd + body[place:]
    return body


def content_bodies(root: Path) -> list[str]:
    """Return the bodies of all entries below a root."""
    return [path.read_text("utf-8").split("\n---\n", 1)[1] for path in root.glob("content/**/*.md")]


@given(bodies())
@settings(max_examples=300, deadline=None)
def test_what_is_taken_looks_as_it_would_the_long_way(body: str) -> None:
    html = subset_html(body, BUILT)

    assert html is None or html == RENDERER.render_any(body)


@pytest.mark.parametrize(
    "body",
    [
        "",
        "一段。\n另一行。\n\n## 标题\n\n第二段，罗*清。\n",
        "## 2. 标题后不空行\n正文。\n\n\n- 一；\n- 二。\n\n其余从略。",
        "1. 求助：曹*，每周六上午；\n2. 服务：[段*琴](files/a.pdf)。\n\n- 另起。",
        "**每人都有的**是土地补偿费，**罗*清**除外。\n**怎么用？** *附表* *1*",
        "| 组 | 户数 | 说明 |\n| --- | ---: | :-: |\n| 王* | 27 |  |\n|二组|2|**无**|多|\n| 少 |",
        "　　首行缩进。\n　　另一行。\n\n- 分开\n\n- 的条目\n\n1. 一\n\n2. 二",
        "见[办法](../articles/rules.md)和[名册]({static}../files/list.pdf#p-2)。",
        "见[本区](division:990101/articles/a-1)和[外区](division:990199/data/b)的[首页](division:990101)。",
        "见[省网](https://www.example.org/a.html?id=1#top)：![图“一”]({static}../files/a.png)",
        '共3.5公里，"一事一议"，电话0904-7503340 > 转2，邮编: 990101！',
    ],
)
def test_what_offices_write_is_taken(body: str) -> None:
    assert subset_html(body, BUILT) == RENDERER.render_any(body)


@pytest.mark.parametrize(
    "body",
    [
        "一段：\n- 一",
        "- 一\n- 二\n\n- 三",
        "1. 一\n\n2. 二\n3. 三",
        "- 一\n    - 二",
        "标题\n---",
        "标题\n===",
        "## 标题 #",
        "#标题",
        "+ 一\n+ 二",
        "１. 全角",
        "1) 一\n2) 二",
        "> 引用",
        "名\n: 释",
        "~~~\n码\n~~~",
        "张*，李*，",
        "张*，**重点**",
        "**怎么用。**见附表",
        "**重 ** 点",
        "_x_",
        "甲\xa0乙",
        "**（一）**目标",
        "　　- 一",
        "- 　一",
        "行末有空格 \n另一行",
        "| a | b |\n| --- |\n| 1 | 2 |",
        "| a | b |\n| --- | --- |",
        "<b>粗</b>",
        "1 &lt; 2",
        "`代码`",
        "[注][1]\n\n[1]: a.md",
        "注[^1]\n\n[^1]: 说明",
        "[外部](javascript:alert(1))",
        "[外部](https://1.2.3.4.5/)",
        "![图](division:990101)",
        "![p's](b.png)",
    ],
)
def test_anything_else_goes_the_long_way(body: str) -> None:
    assert subset_html(body, BUILT) is None


def test_nearly_all_entries_of_the_sample_city_are_taken() -> None:
    bodies = content_bodies(ROOT)
    taken = {body: html for body in bodies if (html := subset_html(body, BUILT)) is not None}

    assert len(taken) >= 0.95 * len(bodies) > 200
    assert [body for body, html in taken.items() if html != RENDERER.render_any(body)] == []


def test_all_generated_bodies_are_taken(tmp_path: Path) -> None:
    generate(tmp_path, make_places((1, 1, 1, 3)), 50, seed=1)
    bodies = content_bodies(tmp_path)

    assert len(bodies) > 200
    assert [body for body in bodies if subset_html(body, BUILT) != RENDERER.render_any(body)] == []
