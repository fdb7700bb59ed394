"""The terminal and the LED screen: they run by themselves, and are pages to read without script."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser.city import build_city

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

VILLAGE = "990121100200"
NOON = datetime.fromisoformat("2026-11-22T12:00:00+08:00")


@pytest.fixture(scope="module")
def city(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_city(tmp_path_factory.mktemp("city"))


@pytest.fixture
def kiosk(page: Page, city: Path) -> Page:
    page.clock.install(time=NOON)
    page.goto((city / VILLAGE / "kiosk.html").as_uri())
    return page


def open_entry(page: Page) -> None:
    page.locator(".tile").first.click()
    page.locator(".room:target .room-list a").first.click()
    page.wait_for_load_state()


def test_doors_lead_into_rooms_and_back(kiosk: Page) -> None:
    doors = kiosk.locator(".tile").count()

    kiosk.locator(".tile").first.click()
    inside = kiosk.locator(".room:visible").count(), kiosk.locator(".tile:visible").count()
    kiosk.locator(".room:visible .back").click()

    assert doors == 6
    assert inside == (1, 0)
    assert kiosk.locator(".tile:visible").count() == 6


def test_targets_of_the_terminal_are_large(kiosk: Page) -> None:
    kiosk.locator(".tile").first.click()

    heights = kiosk.evaluate(
        "() => [...document.querySelectorAll('.room:target a')]"
        ".map((link) => link.getBoundingClientRect().height)"
    )

    assert heights
    assert min(heights) >= 60


def test_terminal_that_nobody_touches_goes_back_to_the_doors(kiosk: Page) -> None:
    start = kiosk.url
    open_entry(kiosk)
    there = kiosk.url

    kiosk.clock.run_for(52_000)
    warned = kiosk.inner_text(".kiosk-notice")
    kiosk.clock.run_for(10_000)
    kiosk.wait_for_url(start)

    assert there != start
    assert warned.endswith("秒后返回首页，要继续看请点一下屏幕")


def test_touch_gives_the_whole_time_again(kiosk: Page) -> None:
    open_entry(kiosk)
    there = kiosk.url

    kiosk.clock.run_for(55_000)
    kiosk.mouse.click(5, 5)
    kiosk.clock.run_for(55_000)

    assert kiosk.url == there


def test_open_room_is_closed_after_a_minute(kiosk: Page) -> None:
    kiosk.locator(".tile").first.click()

    kiosk.clock.run_for(61_000)

    assert kiosk.locator(".tile:visible").count() == 6


def test_terminal_leads_nowhere_outside_and_to_no_file(kiosk: Page, city: Path) -> None:
    kiosk.goto((city / VILLAGE / "data" / "farmland-subsidy-2026.html").as_uri())

    links = kiosk.evaluate("() => [...document.querySelectorAll('a[href]')].map((one) => one.href)")

    inside = city.as_uri() + "/"
    assert links
    assert [link for link in links if not link.startswith(inside)] == []
    assert [link for link in links if link.partition("#")[0].rpartition(".")[2] != "html"] == []


def test_terminal_does_not_lead_to_the_slides_and_leaves_them_their_screen(
    kiosk: Page, city: Path
) -> None:
    kiosk.goto((city / VILLAGE / "map.html").as_uri())
    leading = kiosk.locator("a[href$='slides.html']").count()

    kiosk.goto((city / VILLAGE / "slides.html").as_uri())

    assert leading == 0
    assert kiosk.locator(".kiosk-back").count() == 0
    assert kiosk.locator(".is-playing .slide:visible").count() == 1


def test_escape_ends_it_and_other_tabs_never_know(kiosk: Page, city: Path) -> None:
    entry = (city / VILLAGE / "notices" / "farm-road-acceptance.html").as_uri()
    kiosk.goto(entry)
    before = kiosk.locator(".kiosk-back").count()

    with kiosk.expect_navigation():
        kiosk.keyboard.press("Escape")
    kiosk.goto(entry)

    assert before == 1
    assert kiosk.locator(".kiosk-back").count() == 0
    assert kiosk.evaluate("document.documentElement.className") != "view-kiosk"


def test_page_outside_the_terminal_is_as_ever(page: Page, city: Path) -> None:
    page.goto((city / VILLAGE / "notices" / "farm-road-acceptance.html").as_uri())

    assert page.locator(".kiosk-back, .kiosk-notice").count() == 0


def test_kiosk_serves_without_script(chromium: Browser, city: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto((city / VILLAGE / "kiosk.html").as_uri())
    page.locator(".tile").first.click()

    assert page.locator(".room:visible").count() == 1
    context.close()


# --- slides ---------------------------------------------------------------------------------------


def title(page: Page) -> str:
    (found,) = page.locator(".slide:visible h2").all_inner_texts()
    return found


@pytest.fixture
def screen(page: Page, city: Path) -> Page:
    page.clock.install(time=NOON)
    page.goto((city / VILLAGE / "slides.html").as_uri())
    return page


def test_slides_follow_one_another_every_twelve_seconds(screen: Page) -> None:
    seen = [title(screen)]

    for seconds in (11, 1, 12):
        screen.clock.run_for(seconds * 1000)
        seen.append(title(screen))

    assert seen[0] == seen[1]
    assert len(set(seen)) == 3


def test_space_pauses_and_goes_on(screen: Page) -> None:
    first = title(screen)

    screen.keyboard.press("Space")
    screen.clock.run_for(60_000)
    paused = title(screen)
    screen.keyboard.press("Space")
    screen.clock.run_for(12_000)

    assert paused == first
    assert title(screen) != first


def test_arrows_turn_and_come_round(screen: Page) -> None:
    first = title(screen)
    count = int(screen.inner_text(".slides-count").split("/")[1])

    screen.keyboard.press("ArrowLeft")
    last = title(screen)
    screen.keyboard.press("ArrowRight")

    assert last != first
    assert title(screen) == first
    assert count == screen.locator(".slide").count()


def test_slide_whose_day_is_over_is_left_out_by_the_clock_of_the_screen(
    page: Page, city: Path
) -> None:
    """The last day counts until its midnight in Beijing, wherever the player believes to be."""
    ends = []
    for moment in ("2026-11-22T12:00:00+08:00", "2027-06-01T00:30:00+08:00"):
        page.clock.install(time=datetime.fromisoformat(moment))
        page.goto((city / VILLAGE / "slides.html").as_uri())
        ends.append(int(page.inner_text(".slides-count").split("/")[1]))

    with_end = page.locator(".slide[data-until]").count()
    assert with_end > 0
    assert ends[0] - ends[1] == with_end


@pytest.mark.parametrize(("width", "height"), [(384, 192), (640, 320), (1920, 1080), (720, 1280)])
def test_every_slide_is_on_its_screen_as_a_whole(screen: Page, width: int, height: int) -> None:
    screen.set_viewport_size({"width": width, "height": height})
    over = {}

    for _ in range(screen.locator(".slide").count()):
        screen.keyboard.press("ArrowRight")
        size = screen.evaluate(
            "() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]"
        )
        if size != [width, height]:
            over[title(screen)] = size

    assert over == {}


def test_escape_leaves_the_list_to_read(screen: Page) -> None:
    screen.keyboard.press("Escape")

    assert screen.locator(".slide:visible").count() == screen.locator(".slide").count()
    assert screen.locator(".site-nav").is_visible()
    assert screen.locator(".slides-foot").is_hidden()


def test_slides_are_a_list_without_script(chromium: Browser, city: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto((city / VILLAGE / "slides.html").as_uri())

    assert page.locator(".slide:visible").count() == page.locator(".slide").count() > 3
    assert page.locator(".site-nav").is_visible()
    context.close()


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_no_page_scrolls_sideways(page: Page, city: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})

    widths = {}
    for name in ("board", "kiosk", "slides"):
        page.goto((city / VILLAGE / f"{name}.html").as_uri())
        widths[name] = page.evaluate("document.documentElement.scrollWidth")

    assert widths == dict.fromkeys(widths, width)
