"""Search in the browser: from disk and from a server, at every scope, whatever is asked."""

from __future__ import annotations

import re
import shutil
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from disclosure.search.source import Source
from disclosure.search.tokens import normal
from tests.browser.checkers import AXE, WITHOUT_AXE, has_axe
from tests.browser.test_axe import DRAWN, TAGS, complaints_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.slow]

VILLAGE, TOWN, COUNTY, CITY = "990121100200", "990121100", "990121", "9901"
SCOPES = {"own": (VILLAGE, VILLAGE), "town": (TOWN, ""), "county": (COUNTY, ""), "city": (CITY, "")}
STATUS, HITS = "[role=status]", ".hits > li"
COUNT = re.compile(r"(\d+) 件")
# What must never be run, and what must never stop the page.
HOSTILE = (
    '<img src=x onerror="window.canary=1">',
    "<script>window.canary=1</script>",
    "\u2028\u2029",
    "%ED%A0%80村务",
    "__proto__",
    "constructor toString",
    "长" * 10_000,
    "，。！？……",
    "*",
    "村务*",
    "  ",
    '"+-^~:"',
    "\0",
)

WATCH_REHEARSAL = """(wait) => {
  const { rehearsal } = DISCLOSURE;
  const { begin } = rehearsal;
  const begun = new Promise((done) => { rehearsal.begin = () => done(begin()); });
  window.rehearsed = Promise.race([begun, new Promise((done) => setTimeout(done, wait, null))]);
}"""


def search(page: Page, city: Path, query: str, scope: str = "", more: str = "") -> None:
    """Open the search page of the village in a state, and wait until it says something."""
    address = (city / VILLAGE / "search.html").as_uri()
    page.goto("about:blank")
    page.goto(f"{address}#q={quote(query)}{scope and f'&scope={scope}'}{more}")
    settle(page)


def settle(page: Page) -> None:
    page.wait_for_selector("[role=status]:not(:has-text('正在检索'))", state="attached")


def total(page: Page) -> int:
    found = COUNT.search(page.inner_text(STATUS))
    return int(found[1]) if found else 0


def matches(city: Path, query: str, scope: str) -> list[tuple[str, str]]:
    """The pages that hold a text, as the published texts say: division and address."""
    code, only = SCOPES[scope]
    found = []
    for folder in sorted(city.glob(f"{only or code + '*'}/search")):
        division = folder.parent.name
        for document in Source(folder, division).parse().documents:
            body = normal(f"{document.title}\n{document.body}")
            if not document.withdrawn and normal(query) in body:
                found.append((division, document.address))
    return found


@pytest.mark.parametrize("query", ["村务公开", "路灯", "2026年", "0904-6521206"])
@pytest.mark.parametrize("scope", SCOPES)
def test_every_scope_finds_exactly_the_pages_that_hold_the_words(
    page: Page, city: Path, scope: str, query: str
) -> None:
    truth = matches(city, query, scope)

    search(page, city, query, scope)

    assert total(page) == len(truth) > 0
    links = page.eval_on_selector_all(f"{HITS} h3 a", "links => links.map(link => link.href)")
    pages = {(city / code / f"{address}.html").as_uri() for code, address in truth}
    assert len(links) == min(10, len(truth))
    assert set(links) <= pages


@pytest.mark.parametrize("is_served", [False, True])
def test_field_on_any_page_leads_to_what_was_asked(
    page: Page, city: Path, serve: Callable[[Path], str], is_served: bool
) -> None:
    address = serve(city) if is_served else city.as_uri()
    page.goto(f"{address}/{VILLAGE}/notices/farm-road-acceptance.html")

    page.fill(".site-search input", "路灯")
    page.press(".site-search input", "Enter")
    page.wait_for_selector(HITS)

    assert page.url == f"{address}/{VILLAGE}/search.html#q={quote('路灯')}"
    assert page.inner_text("h1") == "检索：路灯"
    assert page.input_value(".site-search input") == "路灯"
    assert page.evaluate("document.activeElement.tagName") == "H1"
    assert page.title().startswith("路灯 - 检索")


def test_what_is_searched_is_read_while_somebody_types(page: Page, city: Path) -> None:
    page.goto((city / VILLAGE / "search.html").as_uri())
    texts = "Array.from(document.scripts, ({ src }) => src).filter((src) => /docs.js$/.test(src))"
    assert page.evaluate(texts) == []

    page.focus(".site-search input")

    assert len(page.evaluate(texts)) == 1


def test_words_that_were_found_are_marked(page: Page, city: Path) -> None:
    search(page, city, "路灯")

    marks = page.locator(".hits mark").all_inner_texts()

    assert len(marks) >= 10
    assert set(marks) == {"路灯"}


def test_result_says_where_when_and_what_it_is(page: Page, city: Path) -> None:
    search(page, city, "一组晒场保鲜库", "county")

    facts = page.locator(f"{HITS} .meta").first.locator("span").all_inner_texts()

    assert facts == ["2026-11-13", "柿垭坪村", "资产资源发包出租公告", "公示公告"]


def test_what_category_and_kind_are_both_called_is_said_once(page: Page, city: Path) -> None:
    search(page, city, "申请", "county", "&kind=guide")

    said = [hit.locator(".meta span").all_inner_texts() for hit in page.locator(HITS).all()]

    assert any("办事指南" in facts for facts in said)
    assert [facts for facts in said if len(set(facts)) < len(facts)] == []


@pytest.mark.parametrize("scope", ["own", "county"])
def test_hit_in_a_table_leads_to_its_row(page: Page, city: Path, scope: str) -> None:
    search(page, city, "购防汛编织袋", scope)

    link = page.locator(".hits a", has_text="第 ").first
    row = int(re.sub(r"\D", "", link.inner_text()))
    link.click()
    page.wait_for_url(f"**/data/ledger-2026-07.html#t1-{row}")

    found = page.locator(f"#t1-{row}")
    assert "购防汛编织袋" in found.inner_text()
    assert found.evaluate("row => row.matches(':target')")


def test_filter_leaves_as_many_as_it_says_and_the_way_back_undoes_it(
    page: Page, city: Path
) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    search(page, city, "路灯")
    before = page.inner_text(STATUS)
    link = page.locator(".search-lists a", has_text="村级公共服务专项资金")
    count = int(link.locator(".count").inner_text())

    link.click()
    page.wait_for_selector(".search-lists [aria-current]")
    filtered = (total(page), page.url.partition("#")[2])
    page.go_back()
    page.wait_for_selector(f"{STATUS}:text-is('{before}')", state="attached")

    assert filtered == (count, f"q={quote('路灯')}&group=E03")
    assert not page.locator(".search-lists [aria-current]").count()


def test_each_filter_narrows_down_and_can_be_taken_back(page: Page, city: Path) -> None:
    page.set_viewport_size({"width": 1280, "height": 900})
    search(page, city, "路灯", "city")
    page.click(".search-filters summary")
    page.wait_for_selector(".search-lists a")
    whole = total(page)

    found = {}
    for name in page.locator(".search-lists h3").all_inner_texts():
        block = page.locator(".search-lists > div", has=page.locator("h3", has_text=name))
        link = block.locator("a").last
        count = int(link.locator(".count").inner_text())
        link.click()
        page.wait_for_selector(".search-lists [aria-current]")
        found[name] = (total(page), count)
        page.locator(".search-lists [aria-current]").first.click()
        page.locator(".search-lists [aria-current]").first.wait_for(state="detached")
        settle(page)

    assert set(found) == {"地区", "栏目", "年份", "类型"}
    assert all(left == count for left, count in found.values())
    assert total(page) == whole


@pytest.mark.parametrize(("scope", "wait", "found"), [("", 300, None), ("county", 20_000, 256)])
def test_a_large_index_is_rehearsed_while_somebody_types(
    page: Page, city: Path, scope: str, wait: int, found: int | None
) -> None:
    page.goto(f"{(city / VILLAGE / 'search.html').as_uri()}#scope={scope}")
    page.evaluate(WATCH_REHEARSAL, wait)

    page.focus(".site-search input")
    answer = page.evaluate("rehearsed")

    assert (answer and answer["total"]) == found


def test_newest_first_where_asked(page: Page, city: Path) -> None:
    search(page, city, "路灯", "county", "&sort=date")

    days = page.locator(".hits time").all_inner_texts()

    assert len(days) == 10
    assert days == sorted(days, reverse=True)
    assert page.inner_text(".search-sort [aria-current]") == "最新"


def test_pages_of_results_follow_one_another(page: Page, city: Path) -> None:
    search(page, city, "竹隐村")
    number = total(page)
    seen = page.locator(f"{HITS} h3").all_inner_texts()

    page.click(".search-pages [rel=next]")
    page.wait_for_selector(".search-pages [aria-current]:has-text('2')")
    later = page.locator(f"{HITS} h3").all_inner_texts()

    assert "现在是第 11 至 20 件" in page.inner_text(STATUS)
    assert page.url.endswith("&page=2")
    assert set(seen).isdisjoint(later)
    assert page.locator(".search-pages a", has_text=str(-(-number // 10))).count() == 1


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("路灯 鬱鬱麤", "没有完全相符的"),
        ("鬱鬱麤麤", "没有找到"),
        ("！？", "没有可以检索的文字"),
        ("长" * 1000, "检索词太长"),
    ],
)
def test_what_is_not_there_is_said_in_plain_words(
    page: Page, city: Path, query: str, said: str
) -> None:
    search(page, city, query)

    assert said in page.inner_text(STATUS)


def test_emptied_field_shows_categories_and_years(page: Page, city: Path) -> None:
    search(page, city, "路灯")

    page.fill(".site-search input", "")
    page.press(".site-search input", "Enter")
    page.wait_for_selector(".search-ways:visible")

    assert not page.locator(".search-found").is_visible()
    assert page.inner_text("h1") == "检索"
    assert page.inner_text(STATUS) == ""


@pytest.mark.parametrize("query", HOSTILE)
def test_hostile_words_are_words(page: Page, city: Path, query: str) -> None:
    """The fixture `page` hears errors and violations of the policy."""
    for scope in SCOPES:
        search(page, city, query, scope)

        assert page.evaluate("window.canary") is None
        assert page.locator("main img, main script").count() == 0


@pytest.mark.parametrize(
    "name", ["scope", "in", "group", "category", "year", "kind", "sort", "page"]
)
@pytest.mark.parametrize("value", ["__proto__", "<img src=x onerror=canary=1>", "-1", "9" * 400])
def test_hostile_states_are_states(page: Page, city: Path, name: str, value: str) -> None:
    search(page, city, "路灯", more=f"&{name}={quote(value)}")

    assert page.evaluate("window.canary") is None
    assert page.inner_text(STATUS)


def test_keys_search_and_are_not_taken_away(page: Page, city: Path) -> None:
    page.goto((city / VILLAGE / "search.html").as_uri())

    page.keyboard.press("/")
    page.keyboard.press("ArrowDown")
    first = page.evaluate("document.activeElement.tagName")
    page.focus(".site-search input")
    page.keyboard.type("灯路")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Backspace")
    page.keyboard.press("End")
    page.keyboard.type("泡")
    typed = page.input_value(".site-search input")

    assert first == "BODY"
    assert typed == "路泡"


def mirror_without(city: Path, folder: Path, *left_out: str) -> Path:
    """A village point's copy: its own site, the theme, and of the others only the pages."""
    for name in (VILLAGE, "theme", COUNTY):
        shutil.copytree(city / name, folder / name)
    for name in left_out:
        shutil.rmtree(folder / name)
    return folder


def test_mirror_says_what_it_does_not_hold(
    unwatched_page: Page, city: Path, tmp_path: Path
) -> None:
    mirror = mirror_without(city, tmp_path / "mirror")

    search(unwatched_page, mirror, "路灯", "city")
    said = unwatched_page.inner_text(STATUS)
    search(unwatched_page, mirror, "路灯", "county")

    assert said.startswith("这一份网站里没有云澜市的检索文件")
    assert total(unwatched_page) > 0


def test_mirror_leads_to_the_address_on_the_web_where_it_is_known(
    unwatched_page: Page, city: Path, tmp_path: Path
) -> None:
    mirror = mirror_without(city, tmp_path / "mirror", f"{COUNTY}/search")
    page = mirror / VILLAGE / "search.html"
    online = f'data-site="{VILLAGE}" data-online="https://www.example.gov.cn/gk"'
    page.write_text(page.read_text("utf-8").replace(f'data-site="{VILLAGE}"', online), "utf-8")

    search(unwatched_page, mirror, "路灯", "county")

    link = unwatched_page.locator(".search-more a")
    assert link.inner_text() == "到网上检索松泉县"
    assert link.get_attribute("href") == (
        f"https://www.example.gov.cn/gk/{VILLAGE}/search.html#q={quote('路灯')}&scope=county"
    )


def test_missing_shard_is_told_and_stops_nothing(
    unwatched_page: Page, city: Path, tmp_path: Path
) -> None:
    mirror = mirror_without(city, tmp_path / "mirror", f"{COUNTY}/search/index/base")

    search(unwatched_page, mirror, "路灯", "county")
    said = unwatched_page.inner_text(STATUS)
    search(unwatched_page, mirror, "路灯")

    assert "检索文件" in said
    assert total(unwatched_page) > 0


def test_without_script_there_are_categories_and_years(chromium: Browser, city: Path) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()

    page.goto((city / VILLAGE / "index.html").as_uri())
    page.fill(".site-search input", "路灯")
    page.press(".site-search input", "Enter")
    page.wait_for_url("**/search.html?q=*")

    assert "没有开启" in page.inner_text("noscript")
    assert page.locator(".search-ways a", has_text="财务收支明细").count() == 1
    assert not page.locator(".scope").is_visible()
    page.click(".search-ways a:has-text('2026年')")
    assert page.inner_text("h1") == "2026年公开的信息"
    context.close()


@pytest.mark.skipif(not has_axe(), reason=WITHOUT_AXE)
@pytest.mark.parametrize(
    ("scheme", "view", "width"),
    tuple(product(("light", "dark"), ("standard", "elder"), (320, 1280))),
)
def test_axe_finds_nothing_among_results(
    unwatched_page: Page, city: Path, scheme: str, view: str, width: int
) -> None:
    page = unwatched_page  # axe reads style sheets, which the policy refuses
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.set_viewport_size({"width": width, "height": 900})
    search(page, city, "路灯", "county", "&group=E03")
    page.evaluate("on => document.documentElement.classList.toggle('view-elder', on)",
                  view == "elder")  # fmt: skip

    page.evaluate(AXE.read_text("utf-8"))

    assert complaints_of(page, TAGS if scheme == "light" else DRAWN) == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
