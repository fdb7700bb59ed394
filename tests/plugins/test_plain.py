"""Text without a sign of Markdown is not looked through for patterns; the HTML is the same."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from disclosure_entries.markup import parser

PARTS = (
    *("普通文字，没有符号。", "张*三", "**重**", "_x_", "[a](b.md)", "[a]", "![p](files/x.png)"),
    *(
        "<b>",
        "</b>",
        "&amp;",
        "&",
        "`c`",
        "\\*",
        "  \n",
        "\n\n",
        "\n",
        "# 标题\n",
        "- 一\n",
        "1. 二\n",
    ),
    *("    code\n", ">引", "| a | b |\n| --- | --- |\n| 1 | 2 |\n", "[^1]", "\n[^1]: 注\n"),
    *(
        "```\ncode\n```\n",
        "term\n: def\n",
        "https://a.b/c",
        "<https://a.b>",
        "a@b.c",
        "http://x_y_z",
    ),
    *("  ", "!", "]", "(", "\x02", "\x03", "\u2028"),
)
QUICK, SLOW = (parser.__wrapped__(frozenset({"9901"})) for _ in range(2))
SLOW.treeprocessors.deregister("disclosure-plain")


@given(st.lists(st.sampled_from(PARTS) | st.text(max_size=8), max_size=14))
@settings(max_examples=300)
def test_what_is_left_out_would_have_changed_nothing(parts: list[str]) -> None:
    text = "".join(parts)

    quick, slow = (one.reset().convert(text) for one in (QUICK, SLOW))

    assert quick == slow
