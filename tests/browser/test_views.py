"""The elder view (长辈版): remembered, set before anything is drawn, large, and nothing lost."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.city import PAGES

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HOME = "990121100200/index.html"
ELDER = "document.documentElement.classList.contains('view-elder')"
SWITCH = ".view-switch button"
# Pages with a size of their own, whoever reads them.
FIXED = ("board.html", "kiosk.html", "slides.html", "404.html")
TEXT = "document.querySelector('main').innerText.replace(/\\s/g, '')"
# What a finger looks for first: doors, places, titles of lists, folds, buttons, fields.
TARGETS = """() => [...document.querySelectorAll(
    ".site-nav a, .util a, .util button, .crumbs a, .places a, .entries a, .notices a," +
    ".directory a, .chips label, select, input[type=search], summary, thead button"
)].filter(part => part.offsetParent)
  .map(part => [part.textContent.trim().slice(0, 12), part.getBoundingClientRect().height])
  .filter(([, height]) => height < 59.5)"""


def turn_elder(page: Page) -> None:
    page.evaluate("document.documentElement.classList.add('view-elder')")


def test_switch_turns_the_view_and_back(page: Page, city: Path) -> None:
    page.goto((city / HOME).as_uri())
    states = [(page.inner_text(SWITCH), page.evaluate(ELDER))]

    for _ in range(2):
        page.click(SWITCH)
        states.append((page.inner_text(SWITCH), page.evaluate(ELDER)))

    assert states == [("长辈版", False), ("标准版", True), ("长辈版", False)]


def test_view_holds_on_the_next_page_and_the_next_site(
    page: Page, city: Path, serve: Callable[[Path], str]
) -> None:
    address = serve(city)
    page.goto(f"{address}/{HOME}")
    page.click(SWITCH)

    held = {}
    for name in ("990121100200/matrix.html", "9901/index.html", "index.html"):
        page.goto(f"{address}/{name}")
        held[name] = (page.evaluate(ELDER), page.inner_text(SWITCH))

    assert set(held.values()) == {(True, "标准版")}


def test_view_is_set_before_the_body_is_read(
    page: Page, city: Path, serve: Callable[[Path], str]
) -> None:
    address = serve(city)
    page.goto(f"{address}/{HOME}")
    page.click(SWITCH)
    page.add_init_script(
        """new MutationObserver((changes, watch) => {
            if (document.body) {
                window.early = document.documentElement.classList.contains("view-elder");
                watch.disconnect();
            }
        }).observe(document, { childList: true, subtree: true })"""
    )

    page.reload()

    assert page.evaluate("window.early") is True


def test_switch_is_absent_without_script(chromium: Browser, city: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto((city / HOME).as_uri())

    assert page.locator(SWITCH).count() == 1
    assert not page.locator(SWITCH).is_visible()
    context.close()


def test_text_grows_from_18_to_24_pixels(page: Page, city: Path) -> None:
    page.goto((city / HOME).as_uri())
    sizes = []

    for _ in range(2):
        sizes.append(page.evaluate("getComputedStyle(document.body).fontSize"))
        turn_elder(page)

    assert sizes == ["18px", "24px"]


@pytest.mark.parametrize("width", [320, 1280])
def test_elder_pages_fit_and_their_targets_are_large(page: Page, city: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    names = [name for name in PAGES if not name.endswith(FIXED)]

    widths, small = {}, {}
    for name in names:
        page.goto((city / name).as_uri())
        turn_elder(page)
        page.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)")
        widths[name] = page.evaluate("document.documentElement.scrollWidth")
        small[name] = page.evaluate(TARGETS)

    assert widths == dict.fromkeys(names, width)
    assert {name: found for name, found in small.items() if found} == {}


@pytest.mark.parametrize("width", [320, 1280])
def test_elder_view_says_no_less(page: Page, city: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    lost = []

    for name in (name for name in PAGES if not name.endswith(FIXED)):
        page.goto((city / name).as_uri())
        standard = page.evaluate(TEXT)
        turn_elder(page)
        if len(page.evaluate(TEXT)) < len(standard):
            lost.append(name)

    assert lost == []
