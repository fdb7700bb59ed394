"""The page on which a visitor picks a place: by name, by code, by keyboard, and without script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture
def picker(page: Page, city: Path) -> Page:
    page.goto((city / "index.html").as_uri())
    return page


def shown(page: Page) -> list[str]:
    names = page.locator("[data-place] > a:visible").all_inner_texts()
    return [name.strip() for name in names]


def test_name_leaves_the_hit_and_the_places_above_it(picker: Page) -> None:
    picker.fill("input", "竹隐")

    assert shown(picker) == ["云澜市", "松泉县", "石笕镇", "竹隐村"]
    assert picker.locator(".is-hit > a").all_inner_texts() == ["竹隐村"]
    assert picker.inner_text("[role=status]") == "找到 1 个地区"


def test_code_may_be_short_or_of_twelve_digits_or_full_width(picker: Page) -> None:
    found = []

    for words in ("990121100", "990121100000", "９９０１２１１００"):
        picker.fill("input", words)
        found.append((shown(picker)[:3], picker.inner_text("[role=status]")))

    assert found == [(["云澜市", "松泉县", "石笕镇"], "找到 1 个地区")] * 3


def test_beginning_of_a_code_finds_all_places_under_it(picker: Page) -> None:
    picker.fill("input", "99010110")

    assert picker.inner_text("[role=status]") == "找到 3 个地区"


def test_too_many_hits_ask_for_more_words(picker: Page) -> None:
    """The city is too small for it: its tree gets more villages before the script reads it."""
    picker.add_init_script(
        """document.addEventListener("readystatechange", () => {
            if (document.readyState !== "interactive") return;
            const leaf = document.querySelector(".picker-leaf");
            for (let count = 0; count < 200; count++) leaf.after(leaf.cloneNode(true));
        })"""
    )
    picker.reload()

    picker.fill("input", "桐荫里")

    assert picker.inner_text("[role=status]") == "找到 201 个地区，请再输入几个字"
    assert picker.locator(".is-hit").count() == 0


def test_what_is_not_there_is_said(picker: Page) -> None:
    picker.fill("input", "没有这个地方")

    assert shown(picker) == []
    assert picker.inner_text("[role=status]") == "没有找到，请核对名称或代码"


def test_emptied_field_shows_the_tree_as_it_was(picker: Page) -> None:
    before = shown(picker)

    picker.fill("input", "竹隐")
    picker.fill("input", "")

    assert shown(picker) == before
    assert len(before) == 15
    assert picker.inner_text("[role=status]") == ""


def test_enter_opens_the_only_hit(picker: Page) -> None:
    picker.fill("input", "竹隐村")

    picker.press("input", "Enter")
    picker.wait_for_url("**/990121100200/index.html")

    assert picker.inner_text("h1") == "竹隐村村务公开"


def test_arrow_keys_walk_from_the_field_through_the_hits_and_back(picker: Page) -> None:
    picker.fill("input", "社区")
    stops = []

    for key in ("ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"):
        picker.keyboard.press(key)
        stops.append(picker.evaluate("document.activeElement.textContent"))

    assert stops == ["桐荫里社区", "灯塔里社区", "桐荫里社区", ""]
    assert picker.evaluate("document.activeElement.tagName") == "INPUT"


def test_tree_serves_without_script(chromium: Browser, city: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto((city / "index.html").as_uri())
    page.locator("summary").first.click()
    folded = page.locator("[data-place] > a:visible").count()
    page.locator("summary").first.click()
    unfolded = page.locator("[data-place] > a:visible").count()

    assert not page.locator("input").is_visible()
    assert (folded, unfolded) == (1, 15)
    context.close()
