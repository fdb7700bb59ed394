"""What is seen of a body without rendering it, and where that must agree with the renderer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown

from disclosure.entry.outline import clip, opening_of, outline_of, prose_of

FENCED = Markdown(extensions=["fenced_code"])
PIECES = st.sampled_from(
    ["```", "~~~", "````", "``` ", "```python", '```"x', "``` {.a}", "文字", "## 标题", "", " ```"]
)


def test_heading_with_nothing_below_is_empty() -> None:
    headings = outline_of("## 甲\n\n## 乙\n\n正文。\n\n### 丙\n").headings

    assert [(one.text, one.is_empty) for one in headings] == [
        ("甲", True),
        ("乙", False),
        ("丙", True),
    ]


def test_heading_whose_text_stands_below_a_deeper_one_is_not_empty() -> None:
    headings = outline_of("## 甲\n\n### 乙\n\n正文。\n").headings

    assert [one.is_empty for one in headings] == [False, False]


def test_links_images_and_html_are_seen_outside_code_alone() -> None:
    body = "[甲](a.md) `[乙](b.md)` ![图](c.png)\n\n```\n[丙](d.md) <b>\n```\n\n<i>斜</i>\n"

    outline = outline_of(body)

    assert [(link.line, link.target, link.is_image) for link in outline.links] == [
        (1, "a.md", False),
        (1, "c.png", True),
    ]
    assert outline.html == ((7, "<i>"), (7, "</i>"))


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("## 标题\n\n第一段[链接](a.md)，**重点**。\n\n第二段。", "第一段链接，重点。"),
        ("| 甲 |\n| --- |\n\n段落。", "段落。"),
        ("来信人李**反映路灯不亮。", "来信人李**反映路灯不亮。"),
        ("", ""),
    ],
)
def test_opening_is_the_first_paragraph_in_plain_words(body: str, words: str) -> None:
    assert opening_of(body) == words


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=9).map("\n".join))
def test_headings_are_hidden_by_a_fence_just_where_the_renderer_hides_them(body: str) -> None:
    seen = prose_of(body).split("\n").count("## 标题")

    assert FENCED.reset().convert(body).count("<h2>标题</h2>") == seen


def test_many_fences_end_soon() -> None:
    body = "```a\n" * 40_000

    assert prose_of(body).count("\n") == 40_000


@pytest.mark.parametrize(
    ("text", "clipped"),
    [
        ("一句话。", "一句话。"),
        ("第一句话。第二句话很长很长", "第一句话。"),
        ("没有句号的一句话一直说下去", "没有句号的一句……"),
        ("短。后面是没有句号的长话", "短。后面是没有……"),
    ],
)
def test_an_opening_is_clipped_after_a_sentence_or_says_that_it_goes_on(
    text: str, clipped: str
) -> None:
    assert clip(text, 9) == clipped
