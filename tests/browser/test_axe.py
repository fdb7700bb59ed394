"""axe-core finds nothing on any type of page: at both ends of widths, schemes and views."""

from __future__ import annotations

from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.checkers import AXE, WITHOUT_AXE, has_axe
from tests.browser.city import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [
    pytest.mark.browser,
    pytest.mark.slow,
    pytest.mark.skipif(not has_axe(), reason=WITHOUT_AXE),
]

RUN = (Path(__file__).parent / "axe.js").read_text("utf-8")
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
# What the other rules read, the markup, is the same in every view.
DRAWN = ("color-contrast", "link-in-text-block", "target-size", "scrollable-region-focusable")
VIEWS = tuple(product(("light", "dark"), ("standard", "elder"), (320, 1280)))
WHOLE = (("light", "standard", 320), ("dark", "elder", 1280))


def complaints_of(page: Page, rules: tuple[str, ...]) -> list[str]:
    return list(page.evaluate(RUN, list(rules)))


@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(chromium: Browser, city: Path, name: str) -> None:
    context = chromium.new_context(locale="zh-CN", timezone_id="Asia/Shanghai")
    page = context.new_page()
    page.goto((city / name).as_uri())
    page.evaluate(AXE.read_text("utf-8"))

    found = {}
    for scheme, view, width in VIEWS:
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(
            "on => document.documentElement.classList.toggle('view-elder', on)", view == "elder"
        )
        whole = (scheme, view, width) in WHOLE
        found[scheme, view, width] = complaints_of(page, TAGS if whole else DRAWN)
    context.close()

    assert {view: complaints for view, complaints in found.items() if complaints} == {}


def test_axe_is_heard(unwatched_page: Page, tmp_path: Path) -> None:
    """A page with a fault: the rules run, and what they say arrives."""
    file = tmp_path / "index.html"
    file.write_text(
        '<!doctype html><html lang="zh-CN"><title>页</title><main><h1>页</h1>'
        '<p style="color: #ccc">看不清的字</p><img src="data:,"></main></html>',
        "utf-8",
    )
    unwatched_page.goto(file.as_uri())
    unwatched_page.evaluate(AXE.read_text("utf-8"))

    found = [complaint.split()[0] for complaint in complaints_of(unwatched_page, TAGS)]

    assert found == ["color-contrast", "image-alt"]
