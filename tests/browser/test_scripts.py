"""What scripts add: days left, filters, sorting, the place last read; and ways by keyboard."""

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
MATRIX = "990121/matrix.html"
NOTICE = "990121100200/notices/farm-road-acceptance.html"
LATE = "input[value=已逾期]"
ROWS = "tr[data-state]"
STATUS = ".filter-form [role=status]"


def test_no_page_complains_when_served(
    page: Page, city: Path, serve: Callable[[Path], str]
) -> None:
    """The fixture `page` hears errors, violations of the policy and requests elsewhere."""
    address = serve(city)

    answers = {name: page.goto(f"{address}/{name}") for name in PAGES}

    assert [name for name, answer in answers.items() if not (answer and answer.ok)] == []


@pytest.mark.parametrize(
    ("now", "words"),
    [
        ("2026-12-04T23:30:00+08:00", "还剩 3 天"),
        ("2026-12-05T00:10:00+08:00", "还剩 2 天"),
        ("2026-12-07T23:50:00+08:00", "今天截止"),
        ("2026-12-08T00:10:00+08:00", "已截止"),
    ],
)
def test_days_left_are_counted_in_beijing_and_the_last_day_counts(
    page: Page, city: Path, now: str, words: str
) -> None:
    page.clock.set_fixed_time(now)

    page.goto((city / NOTICE).as_uri())

    assert page.inner_text(".panel [data-until]") == words


def test_box_of_a_notice_says_its_last_day_without_script(chromium: Browser, city: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto((city / HOME).as_uri())

    assert page.locator(".days").first.inner_text().endswith("截止")
    context.close()


def test_filter_leaves_what_is_late_and_opens_it(page: Page, city: Path) -> None:
    page.goto((city / MATRIX).as_uri())
    all_rows = page.locator(ROWS).count()
    late = page.locator("tr[data-state=已逾期]").count()

    page.check(LATE)

    assert 0 < late < all_rows
    assert page.locator(f"{ROWS}:visible").count() == late
    assert page.inner_text(STATUS) == f"共 {all_rows} 类，符合条件 {late} 类"


def test_filter_by_group_opens_the_group_alone(page: Page, city: Path) -> None:
    page.goto((city / MATRIX).as_uri())

    page.select_option(".filter-form select", "E01")

    assert page.locator("details.group[id]:visible").evaluate_all(
        "all => all.map(one => one.id)"
    ) == ["E01"]
    assert page.locator(f"{ROWS}:visible").count() == page.locator(f"#E01 {ROWS}").count()


def test_filter_taken_back_shows_the_groups_as_they_were(page: Page, city: Path) -> None:
    page.goto((city / MATRIX).as_uri())
    before = page.locator(f"{ROWS}:visible").count()

    page.check(LATE)
    page.uncheck(LATE)

    assert page.locator(f"{ROWS}:visible").count() == before
    assert page.inner_text(STATUS) == ""


def test_address_of_a_row_opens_it_with_its_reckoning(page: Page, city: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 700})

    page.goto((city / MATRIX).as_uri() + "#E0105")

    row = page.locator("#E0105")
    assert row.is_visible()
    assert row.locator(".reckon p").first.is_visible()
    assert 0 <= row.bounding_box()["y"] < 700


def test_matrix_unfolds_by_hand_without_script(chromium: Browser, city: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((city / MATRIX).as_uri())

    page.click("#E01 > summary")

    assert page.locator(f"#E01 {ROWS}").first.is_visible()
    assert not page.locator(".filter-form").is_visible()
    context.close()


def column(page: Page, number: int) -> list[str]:
    return page.locator(f"table[data-sort] tbody tr > :nth-child({number})").all_inner_texts()


@pytest.mark.parametrize("width", [390, 1280])
def test_coverage_is_sorted_by_a_button_in_its_head(page: Page, city: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto((city / "9901/matrix.html").as_uri())
    head = page.locator("table[data-sort] th", has_text="逾期").first
    total = page.locator("table[data-sort] tfoot").inner_text()

    orders = []
    for _ in range(2):
        head.locator("button").click()
        late = [int(text.split("：")[-1]) for text in column(page, 6)]
        orders.append((head.get_attribute("aria-sort"), late))

    (up, rising), (down, falling) = orders
    assert (up, down) == ("ascending", "descending")
    assert rising == sorted(rising) != falling == sorted(falling, reverse=True)
    assert page.locator("table[data-sort] [aria-sort]").count() == 1
    assert page.locator("table[data-sort] tfoot").inner_text() == total


def test_first_page_offers_the_place_last_read(
    page: Page, city: Path, serve: Callable[[Path], str]
) -> None:
    address = serve(city)
    page.goto(f"{address}/index.html")
    assert not page.locator(".recent").is_visible()

    page.goto(f"{address}/{NOTICE}")
    page.goto(f"{address}/index.html")

    assert page.inner_text(".recent") == "上次查看：竹隐村"
    page.click(".recent a")
    assert page.url == f"{address}/{HOME}"


def focused(page: Page) -> str:
    links = "document.activeElement.matches('a, summary') && document.activeElement.textContent"
    return str(page.evaluate(links)).strip()


def press_to(page: Page, words: str) -> None:
    """Press Tab until the focus stands on what holds these words."""
    for _ in range(80):
        page.keyboard.press("Tab")
        if words in focused(page):
            return
    pytest.fail(f"the keyboard does not reach {words}")


def test_keyboard_leads_from_home_to_an_open_notice(page: Page, city: Path) -> None:
    page.goto((city / HOME).as_uri())
    title = page.locator(".notices a").first.inner_text()

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    press_to(page, title)
    page.keyboard.press("Enter")
    page.wait_for_url("**/notices/*.html")

    assert page.inner_text("h1") == title


def test_keyboard_leads_from_the_matrix_to_last_quarters_accounts(page: Page, city: Path) -> None:
    page.goto((city / "990121100200/matrix.html").as_uri())

    press_to(page, "村（社区）财务")
    page.keyboard.press("Enter")
    press_to(page, "财务收支汇总与资产负债")
    page.keyboard.press("Enter")
    page.wait_for_url("**/category/E0203.html")
    press_to(page, "第三季度")
    page.keyboard.press("Enter")
    page.wait_for_url("**/data/*.html")

    assert "2026年第三季度" in page.inner_text("h1")


def test_folds_open_for_the_time_of_printing(page: Page, city: Path) -> None:
    """Chromium opens them by style; other browsers by the script, which is tried here."""
    page.goto((city / "990121100200/matrix.html").as_uri())
    closed = "document.querySelectorAll('details.group:not([open])').length"
    before = page.evaluate(closed)

    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    during = page.evaluate(closed)
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")

    assert (before > 0, during, page.evaluate(closed)) == (True, 0, before)
