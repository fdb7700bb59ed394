"""Clean HTML becomes the lines a reader sees."""

from __future__ import annotations

import pytest

from disclosure.sites.pages.search.visible import visible_lines
from disclosure_entries.renderer import Renderer

RENDERER = Renderer(frozenset(), "9901")


@pytest.mark.parametrize(
    ("html", "lines"),
    [
        ("<p>甲<b>村</b><em>务</em>公开</p>", ["甲村务公开"]),
        ('<p>见<a href="x.html" title="a > b">附表</a>。</p>', ["见附表。"]),
        ("<h2>甲</h2>\n<p>乙<br>丙</p>", ["甲", "乙", "丙"]),
        ("<ul><li>甲</li><li>乙</li></ul>", ["甲", "乙"]),
        ("<table><tr><th>甲</th><td>乙</td></tr><tr><td>丙</td></tr></table>", ["甲 乙", "丙"]),
        ("<p>每户一份，\n当场签收；\nNo 3\nB 座</p>", ["每户一份，当场签收； No 3 B 座"]),
        ("<pre><code>甲\n  乙</code></pre>", ["甲", "乙"]),
        ("<p>1 &lt; 2 &amp;&nbsp;3</p>", ["1 < 2 & 3"]),
        ('<p>前<img alt="塘" src="a.png">后</p><hr>', ["前后"]),
        ("<p> \u3000 </p>", []),
    ],
)
def test_marks_leave_no_gap_and_blocks_are_lines(html: str, lines: list[str]) -> None:
    assert visible_lines(html) == lines


def test_what_markdown_and_its_cleaning_make_is_understood() -> None:
    html = RENDERER.render(
        "## 一、**范围**\n\n本村\n全体村民。[^1]\n\n"
        "| 户 | 姓名 |\n|---|---|\n| 1 | 罗*清 |\n\n[^1]: 含外出务工的。\n\n<script>偷看</script>"
    )

    lines = visible_lines(html)

    assert lines[:4] == ["一、范围", "本村全体村民。1", "户 姓名", "1 罗*清"]
    assert any("含外出务工的。" in line for line in lines)
    assert not any("偷看" in line or "<" in line for line in lines)
