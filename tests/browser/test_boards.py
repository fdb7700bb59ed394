"""The sheet, the one-time notice, long tables and the codes on paper: what fits, what is drawn."""

from __future__ import annotations

import re
import unicodedata
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from disclosure.catalogue import PRODUCT
from disclosure.sites.build import Request, build_sites
from tests.browser.city import CITY_DAY, ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PUBLIC = "https://www.example.gov.cn/gk"
A3 = [420, 297]  # mm
VILLAGE = "990121100200"
WIDER = """() => [...document.querySelectorAll(".sheet-body > *, .sheet")]
    .map((one) => Math.max(one.scrollHeight - one.clientHeight, one.scrollWidth - one.clientWidth))
    .filter((over) => over > 1)"""
RUN = re.compile(r"M(\d+) (\d+)h1v1h-1z")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The city as it is served: with a public address, so that there are codes."""
    folder = tmp_path_factory.mktemp("city")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DISCLOSURE_PUBLIC_URL", PUBLIC)
        config = PRODUCT / "publishconf.py"
        built = build_sites(Request(ROOT, folder, CITY_DAY, config=config))
    assert built.failed == (), built.problems
    return folder


def sheets_of(page: Page) -> list[str]:
    """What stands on each sheet of the printed page; a PDF may name characters by radicals."""
    paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    texts = (sheet.extract_text() for sheet in paper.pages)
    return [re.sub(r"\s", "", unicodedata.normalize("NFKC", text)) for text in texts]


def test_sheet_of_every_division_is_one_a3_page_and_nothing_is_cut_off(
    page: Page, city: Path
) -> None:
    page.set_viewport_size({"width": 1588, "height": 1122})
    boards = sorted(city.glob("*/board.html"))
    sizes, cut_off = {}, {}

    for board in boards:
        page.emulate_media(media="print")
        page.goto(board.as_uri())
        over = page.evaluate(WIDER)
        if over:
            cut_off[board.parent.name] = over
        paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
        sizes[board.parent.name] = [
            [round(float(side) / 72 * 25.4) for side in sheet.mediabox[2:]] for sheet in paper.pages
        ]

    assert len(boards) > 5
    assert sizes == {code: [A3] for code in sizes}
    assert cut_off == {}


def test_sheet_has_no_navigation_on_paper_and_keeps_it_on_the_screen(
    page: Page, city: Path
) -> None:
    page.goto((city / VILLAGE / "board.html").as_uri())
    on_screen = page.locator(".site-nav").is_visible(), page.locator(".sheet .plate").is_visible()

    page.emulate_media(media="print")
    on_paper = page.locator(".site-nav").is_visible(), page.locator(".sheet .plate").is_visible()

    assert (on_screen, on_paper) == ((True, False), (False, True))


def test_guide_is_printed_as_a_notice_to_sign_on_a_sheet_of_its_own(page: Page, city: Path) -> None:
    page.goto((city / "990121001/guides/residence-permit.html").as_uri())

    first, *rest = sheets_of(page)

    assert "次性告知单" in first
    assert "经办人" in first
    assert rest
    assert not any("经办人" in sheet for sheet in rest)
    assert page.locator(".slip").is_hidden()


def test_heads_of_a_table_stand_on_every_sheet_with_rows_of_it(page: Page, city: Path) -> None:
    page.goto((city / "9901/data/air-2026-10.html").as_uri())
    assert page.locator("thead button").count() > 0

    sheets = [sheet for sheet in sheets_of(page) if re.search(r"YL0\d", sheet)]

    assert len(sheets) > 1
    assert all("站点编码" in sheet for sheet in sheets)


def test_page_with_a_code_of_the_build_gets_no_second_one(page: Page, city: Path) -> None:
    page.goto((city / VILLAGE / "board.html").as_uri())

    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert page.locator("svg.qr").count() == 0
    assert page.locator("img.qr").count() > 0


def test_code_is_drawn_for_the_paper_and_taken_away_again(page: Page, city: Path) -> None:
    page.goto((city / "9901/articles/bus-12-temporary.html").as_uri())

    counts = []
    for event in ("beforeprint", "beforeprint", "afterprint"):
        page.evaluate(f"dispatchEvent(new Event('{event}'))")
        counts.append(page.locator("svg.qr").count())

    assert counts == [1, 1, 0]


def drawn(page: Page) -> list[list[int]]:
    """The modules of the code on the page, without the white around them."""
    size = int(page.locator("svg.qr").get_attribute("viewBox").split()[2]) - 8
    grid = [[0] * size for _ in range(size)]
    for x, y in RUN.findall(page.locator("svg.qr path").get_attribute("d")):
        grid[int(y) - 4][int(x) - 4] = 1
    return grid


def mask_of(grid: list[list[int]]) -> int:
    """Which mask the code says it uses (ISO/IEC 18004, format information)."""
    size = len(grid)
    at = [size - 1 - bit if bit < 8 else 7 if bit == 8 else 14 - bit for bit in range(15)]
    bits = sum(grid[8][column] << bit for bit, column in enumerate(at))
    return (bits ^ 0x5412) >> 10 & 7


@pytest.mark.parametrize("length", [14, 20, 26, 42, 62, 63, 77, 84, 106, 122, 152, 153, 180, 213])
def test_code_of_the_browser_is_the_one_segno_draws(
    page: Page, city: Path, length: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """For every version an address needs; segno is given the mask the browser has chosen.

    segno adds eight bits where the last byte is full already, which the standard does not (7.4.10).
    """
    import segno
    from segno import encoder

    monkeypatch.setattr(
        encoder, "write_padding_bits", lambda bits, version, size: bits.extend([0] * (-size % 8))
    )
    address = ("https://a.cn/" + "a-1b/" * 60)[:length]
    page.goto((city / "9901/articles/bus-12-temporary.html").as_uri())
    page.evaluate("href => { document.querySelector('link[rel=canonical]').href = href }", address)

    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    grid = drawn(page)

    given = {"error": "m", "mode": "byte", "micro": False, "boost_error": False}
    expected = segno.make(address, mask=mask_of(grid), **given)
    assert grid == [list(row) for row in expected.matrix]


def test_address_too_long_for_a_code_has_none(page: Page, city: Path) -> None:
    page.goto((city / "9901/articles/bus-12-temporary.html").as_uri())
    page.evaluate(
        "href => { document.querySelector('link[rel=canonical]').href = href }",
        PUBLIC + "/" + "x" * 214,
    )

    page.evaluate("dispatchEvent(new Event('beforeprint'))")

    assert page.locator("svg.qr").count() == 0
