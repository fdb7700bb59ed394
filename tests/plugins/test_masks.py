"""The asterisk of a masked name survives Markdown; emphasis still works."""

from __future__ import annotations

import pytest

from disclosure_entries.renderer import Renderer

RENDERER = Renderer(frozenset(), "9901")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("五户：罗*清、柳*琼、王*。", "<p>五户：罗*清、柳*琼、王*。</p>"),
        ("罗*清说，柳*琼也说", "<p>罗*清说，柳*琼也说</p>"),
        ("这是**重点**内容", "<p>这是<strong>重点</strong>内容</p>"),
        ("*整句强调*", "<p><em>整句强调</em></p>"),
        ("| 姓名 |\n| --- |\n| 罗*清 |\n| 柳*琼 |", "罗*清"),
    ],
)
def test_a_mask_stays_a_mask(text: str, html: str) -> None:
    assert html in RENDERER.render(text)
