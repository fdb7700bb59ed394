"""For search engines and feed readers: sitemaps, robots, feeds, the page for what is missing."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree import ElementTree

import pytest

from tests.sites.pages.test_conventions import build_with
from tests.sites.trees import SMALL, build, content_of

PUBLIC = "https://www.example.gov.cn/gk"
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAPS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
VILLAGE = "990101100201"


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("served")
    return build_with(folder, f'DISCLOSURE_PUBLIC_URL = "{PUBLIC}"\n')


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("local")
    build(SMALL, output)
    return output


def located(file: Path) -> dict[str, str]:
    """The addresses of a sitemap, each with its day."""
    tree = ElementTree.fromstring(file.read_text("utf-8"))
    return {item.findtext("s:loc", "", MAPS): item.findtext("s:lastmod", "", MAPS) for item in tree}


def test_sitemap_names_every_page_of_the_site_once(served: Path) -> None:
    urls = located(served / VILLAGE / "sitemap.xml")

    named = {url.removeprefix(f"{PUBLIC}/{VILLAGE}/") for url in urls}
    pages = {name for name in content_of(served / VILLAGE) if name.endswith(".html")}
    # Not named: what was withdrawn, the page for what is missing, views for screens and shares,
    # and what tells of a copy.
    unnamed = {"404.html", "about-copy.html", "articles/old-notice.html", "slides.html",
               "shared.html"}  # fmt: skip
    assert named <= pages
    assert pages - named <= unnamed
    assert "404.html" not in named


def test_page_changed_on_the_day_of_its_newest_entry(served: Path) -> None:
    days = {
        url.removeprefix(f"{PUBLIC}/{VILLAGE}/"): day
        for url, day in located(served / VILLAGE / "sitemap.xml").items()
    }

    assert days["notices/pond-lease.html"] == "2026-10-26"
    assert days["category/E0405.html"] == "2026-10-26"
    assert days["data/ledger-2026-09.html"] == days["group/E02.html"]
    assert days["index.html"] == max(days.values())
    assert days["about.html"] == ""


def test_index_names_the_sitemap_of_every_site_with_its_newest_day(served: Path) -> None:
    urls = located(served / "sitemap.xml")

    codes = sorted(path.parent.name for path in served.glob("*/index.html"))
    assert list(urls) == [f"{PUBLIC}/{code}/sitemap.xml" for code in codes]
    for url, day in urls.items():
        file = served / urlsplit(url).path.removeprefix("/gk/")
        assert day == max(located(file).values())


def test_robots_may_read_everything(served: Path, local: Path) -> None:
    allowed = "User-agent: *\nDisallow:\n"

    assert (local / "robots.txt").read_text() == allowed
    assert (served / "robots.txt").read_text() == f"{allowed}\nSitemap: {PUBLIC}/sitemap.xml\n"


def test_without_public_address_there_is_no_sitemap(local: Path) -> None:
    assert list(local.rglob("sitemap.xml")) == []


def test_sitemap_of_an_earlier_build_does_not_stay(tmp_path: Path) -> None:
    output = build_with(tmp_path, f'DISCLOSURE_PUBLIC_URL = "{PUBLIC}"\n')
    (tmp_path / "root" / "pelicanconf.py").unlink()

    build(tmp_path / "root", output)

    assert list(output.rglob("sitemap.xml")) == []


def test_feed_of_a_group_has_the_entries_of_the_site_s_feed_with_the_same_ids(local: Path) -> None:
    site = entries(local / VILLAGE / "feed.xml")

    group = entries(local / VILLAGE / "group" / "E02.xml")

    assert len(site) == 2
    assert list(group) == [id_ for id_ in site if "ledger" in id_]


def test_addresses_of_a_feed_lead_to_pages(local: Path) -> None:
    for feed in (local / VILLAGE / "feed.xml", local / VILLAGE / "group" / "E04.xml"):
        for address in entries(feed).values():
            assert (feed.parent / address).is_file()


def test_addresses_of_a_feed_are_absolute_where_the_public_address_is_known(served: Path) -> None:
    for name in ("feed.xml", "group/E04.xml"):
        for address in entries(served / VILLAGE / name).values():
            assert address.startswith(f"{PUBLIC}/{VILLAGE}/")


def test_feed_of_a_group_is_named_and_numbered_for_itself(local: Path) -> None:
    feed = ElementTree.fromstring((local / VILLAGE / "group" / "E04.xml").read_text("utf-8"))

    assert feed.findtext("a:title", "", ATOM) == "甲村村务公开：集体资产与资源"
    assert feed.findtext("a:id", "", ATOM).endswith(f":{VILLAGE}/group/E04")


def entries(feed: Path) -> dict[str, str]:
    """The ids of a feed in order, each with its address."""
    tree = ElementTree.fromstring(feed.read_text("utf-8"))
    found = {}
    for entry in tree.findall("a:entry", ATOM):
        link = entry.find("a:link", ATOM)
        assert link is not None
        found[entry.findtext("a:id", "", ATOM)] = link.get("href", "")
    return found


@pytest.mark.parametrize("name", ["404.html", f"{VILLAGE}/404.html"])
def test_page_for_what_is_missing_names_no_address_that_would_not_hold(
    local: Path, name: str
) -> None:
    page = (local / name).read_text("utf-8")

    assert addresses(page) == ["#content"]
    assert "逐级返回上一层" in page


@pytest.mark.parametrize("name", ["404.html", f"{VILLAGE}/404.html"])
def test_page_for_what_is_missing_names_places_from_the_root_of_the_server(
    served: Path, name: str
) -> None:
    page = (served / name).read_text("utf-8")

    paths = [address for address in addresses(page) if not address.startswith("#")]
    assert len(paths) > 3
    assert [path for path in paths if not path.startswith("/gk/")] == []
    for path in paths:
        assert (served / urlsplit(path).path.removeprefix("/gk/")).resolve().is_file(), path


def addresses(page: str) -> list[str]:
    return re.findall(r'(?:href|src)="([^"]*)"', page)
