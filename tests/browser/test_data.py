"""Pages of data and money in a browser: rows that sort, drawings that say what they show."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

VILLAGE = "990121100200"
LEDGER = f"{VILLAGE}/data/ledger-2026-09.html"
ROWS = "main table[data-sort] tbody tr"


def column(page: Page, name: str) -> list[str]:
    """Return the cells of the first sortable table under a head."""
    return [cell.inner_text() for cell in page.locator(f"{ROWS} [data-name='{name}']").all()]


@pytest.fixture
def ledger(page: Page, city: Path) -> Page:
    page.set_viewport_size({"width": 1280, "height": 900})
    page.goto((city / LEDGER).as_uri())
    return page


def test_amounts_sort_by_size_the_negative_first(ledger: Page) -> None:
    ledger.get_by_role("button", name="金额（元）").first.click()

    amounts = column(ledger, "金额（元）")
    values = [float(text.replace(",", "").replace("−", "-")) for text in amounts]
    assert values == sorted(values)
    assert values[0] == -874


def test_days_sort_as_days_and_not_by_their_year(ledger: Page) -> None:
    ledger.get_by_role("button", name="记账日期").click()

    days = column(ledger, "记账日期")
    assert days == sorted(days)
    assert len(set(days)) > 5


def test_cards_of_a_phone_keep_their_order(page: Page, city: Path) -> None:
    page.set_viewport_size({"width": 390, "height": 900})
    page.goto((city / LEDGER).as_uri())

    assert page.locator("main table button").count() == 0


def test_a_table_reads_without_script(chromium: Browser, city: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((city / LEDGER).as_uri())

    assert page.locator(ROWS).count() == 13
    context.close()


@pytest.mark.parametrize(
    ("name", "title", "part"),
    [
        (f"{VILLAGE}/money.html", "2025年11月至2026年10月每月收支", "支出最多的是2026年9月"),
        ("9901/data/air-2026-10.html", "观潮路站 2026年10月空气质量", "良 23 天"),
    ],
)
def test_a_drawing_has_a_name_and_says_what_it_shows(
    page: Page, city: Path, name: str, title: str, part: str
) -> None:
    page.goto((city / name).as_uri())

    drawing = page.get_by_role("img", name=title)

    assert drawing.count() == 1
    assert part in (drawing.locator("desc").text_content() or "")


def test_no_word_of_a_drawing_leaves_it(page: Page, city: Path) -> None:
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for name in (f"{VILLAGE}/money.html", "9901/data/air-2026-10.html"):
            page.goto((city / name).as_uri())
            outside = page.evaluate(
                """() => [...document.querySelectorAll('.plot text')].filter(text => {
                  const box = text.getBoundingClientRect();
                  const plot = text.closest('.plot').getBoundingClientRect();
                  return box.width && (box.left < plot.left - 1 || box.right > plot.right + 1);
                }).map(text => text.textContent)"""
            )
            assert outside == [], (name, width)


def test_a_payment_leads_to_its_decision(page: Page, city: Path) -> None:
    page.goto((city / VILLAGE / "money.html").as_uri())

    page.locator("li", has_text="灌溉渠清淤项目首付款").get_by_role(
        "link", name="竹隐村村民代表会议"
    ).click()

    assert page.url.endswith("/votes/fund-projects-2026.html")
