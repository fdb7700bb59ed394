"""The demonstration city, opened from disk: sound on every page, at every width, on paper."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from tests.browser.city import PAGES

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

STRUCTURE = (Path(__file__).parent / "structure.js").read_text("utf-8")
FIGURE = re.compile(r"[0-9A-Za-z]{3,}")
# The board is an A3 sheet with tests of its own; a missing page is not for paper.
ON_A4 = tuple(name for name in PAGES if not name.endswith(("board.html", "404.html")))
A4_WIDTH, A3_ACROSS = 210, 420  # mm
WIDTH_OF_PAGE = "document.documentElement.scrollWidth"


def test_every_page_is_sound(page: Page, city: Path) -> None:
    files = sorted(city.rglob("*.html"))

    found = {file: page.evaluate(STRUCTURE, file.read_text("utf-8")) for file in files}

    assert len(files) > 200
    assert {file.name: complaints for file, complaints in found.items() if complaints} == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_page_scrolls_sideways(page: Page, city: Path, width: int, scheme: str) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")

    widths = {}
    for name in PAGES:
        page.goto((city / name).as_uri())
        widths[name] = page.evaluate(WIDTH_OF_PAGE)

    assert widths == dict.fromkeys(PAGES, width)


def test_wide_table_becomes_cards_on_a_phone(page: Page, city: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 900})

    page.goto((city / "990121100200/data/farmland-subsidy-2026.html").as_uri())

    cell = page.locator("table.stack td[data-name]").first
    name = cell.evaluate("cell => getComputedStyle(cell, '::before').content")
    assert cell.evaluate("cell => getComputedStyle(cell).display") == "block"
    assert name.strip('"').startswith(cell.get_attribute("data-name"))


@pytest.mark.parametrize("name", ON_A4)
def test_figures_of_a_page_are_all_on_its_paper(page: Page, city: Path, name: str) -> None:
    """Figures only: a PDF writes some Chinese characters as radicals that look the same."""
    page.goto((city / name).as_uri())
    page.emulate_media(media="print")
    figures = FIGURE.findall(page.inner_text("body"))

    paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))

    text = re.sub(r"\s", "", "".join(sheet.extract_text() for sheet in paper.pages))
    assert [figure for figure in figures if figure not in text] == []
    width = A3_ACROSS if name.endswith("/board.html") else A4_WIDTH
    assert round(float(paper.pages[0].mediabox.width) / 72 * 25.4) == width


def test_paper_has_what_is_folded_and_no_navigation(page: Page, city: Path) -> None:
    page.goto((city / "990121100200/notices/farm-road-acceptance.html").as_uri())
    clause = page.locator("details li").first
    assert not clause.is_visible()

    page.emulate_media(media="print")

    assert clause.is_visible()
    assert not page.locator("nav:visible").count()


def test_notice_shows_its_term_and_where_to_object(page: Page, city: Path) -> None:
    page.goto((city / "990121100200/notices/farm-road-acceptance.html").as_uri())

    box = page.locator(".panel").inner_text()

    assert "公示中" in box
    assert "2026-11-16 至 2026-12-07" in box
    assert "0904-6521216" in box


def test_withdrawn_entry_keeps_only_its_record(page: Page, city: Path) -> None:
    page.goto((city / "9901/articles/bus-12-temporary.html").as_uri())

    text = page.inner_text("main")

    assert "撤回理由" in text
    assert page.locator("main .prose").count() == 0


def test_content_page_carries_the_tags_of_government_pages(page: Page, city: Path) -> None:
    page.goto((city / "990121100200/notices/farm-road-acceptance.html").as_uri())

    tags = page.eval_on_selector_all(
        "meta[name]", "tags => Object.fromEntries(tags.map(tag => [tag.name, tag.content]))"
    )

    assert tags["SiteName"] == "松泉县政务公开"  # villages are channels of their county
    assert tags["ColumnName"] == "村级工程项目"
    assert tags["ColumnType"] == "通知公告"
    assert tags["ArticleTitle"] == page.inner_text("h1")
    assert tags["PubDate"] == "2026-11-16 08:40"
    assert tags["ContentSource"] == "竹隐村村民委员会"


def test_first_stop_of_the_keyboard_leads_past_the_navigation(page: Page, city: Path) -> None:
    page.goto((city / "990121100200/index.html").as_uri())

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "content"
