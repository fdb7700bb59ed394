"""The slides: what runs, the ledger, what is new; each with its own last day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from disclosure.sites.pages.slides import feed_of, span_zh, view_slides
from tests.sites.small_site import notice, village_site

DAY = date(2026, 11, 12)


def test_slides_of_the_village(tmp_path: Path) -> None:
    files = {"notices/a.md": notice("鱼塘公示", "2026-11-10", "2026-11-25", phone="0999-1002012")}

    slides = view_slides(village_site(tmp_path, files, DAY))

    assert [(one.label, one.address, one.until) for one in slides] == [
        ("正在公示", "notices/pond-lease", date(2026, 11, 17)),
        ("正在公示", "notices/a", date(2026, 11, 25)),
        ("财务收支", "data/ledger-2026-09", None),
    ]
    assert slides[1].lines == (
        "鱼塘公示的说明。",
        "公示期：2026年11月10日至11月25日",
        "有不同意见：向甲村股份经济合作社反映",
        "电话：0999-1002012",
    )
    assert slides[2].lines[0] == "期初余额 20,000.00 元"


def test_entry_that_must_be_taken_down_leaves_the_day_before(tmp_path: Path) -> None:
    """A roster of assistance goes five working days after its notice."""
    text = notice("低保审核公示", "2026-10-26", "2026-11-17", category="E0902")
    site = village_site(tmp_path, {"notices/aid.md": text}, date(2026, 11, 20))

    slides = {one.address: one for one in view_slides(site)}

    assert slides["notices/aid"].label == "最近公开"
    assert slides["notices/aid"].until == date(2026, 11, 23)
    assert slides["notices/pond-lease"].until is None  # this category keeps its notices


def test_feed_is_the_same_as_data(tmp_path: Path) -> None:
    site = village_site(tmp_path, {}, DAY)

    feed = feed_of(site, view_slides(site))

    slides = feed["slides"]
    assert isinstance(slides, list)
    assert (feed["division"], feed["as_of"], feed["seconds"]) == ("990101100201", "2026-11-12", 12)
    assert slides[0]["until"] == "2026-11-17"
    assert slides[0]["url"] == "notices/pond-lease.html"
    assert slides[1]["until"] is None


def test_second_day_has_a_year_only_where_it_differs() -> None:
    assert span_zh(date(2026, 12, 20), date(2027, 1, 4)) == "2026年12月20日至2027年1月4日"
