"""Every link inside the output leads somewhere, also from a disk without a server."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.city import build_city

pytestmark = pytest.mark.slow


class Links(HTMLParser):
    """Collects the ids of a page and the addresses it points to."""

    def __init__(self, page: Path) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.addresses: list[str] = []
        self.feed(page.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.add(value)
            elif name in ("href", "src") and value is not None:
                self.addresses.append(value)


@pytest.fixture(scope="module")
def links_by_page(tmp_path_factory: pytest.TempPathFactory) -> dict[Path, Links]:
    folder = build_city(tmp_path_factory.mktemp("city").resolve())
    return {page: Links(page) for page in folder.rglob("*.html")}


def internal(links_by_page: dict[Path, Links]) -> list[tuple[Path, str]]:
    return [
        (page, address)
        for page, links in links_by_page.items()
        for address in links.addresses
        if not urlsplit(address).scheme
    ]


def test_every_internal_link_resolves(links_by_page: dict[Path, Links]) -> None:
    broken = []

    for page, address in internal(links_by_page):
        parts = urlsplit(address)
        target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        found = links_by_page.get(target)
        if not target.is_file() or (parts.fragment and found and parts.fragment not in found.ids):
            broken.append((page.name, address))

    assert len(links_by_page) > 200
    assert broken == []


def test_addresses_are_relative(links_by_page: dict[Path, Links]) -> None:
    absolute = [address for _, address in internal(links_by_page) if address.startswith("/")]

    assert absolute == []


def test_nothing_is_loaded_from_elsewhere(links_by_page: dict[Path, Links]) -> None:
    schemes = {
        urlsplit(address).scheme for links in links_by_page.values() for address in links.addresses
    }

    assert schemes <= {"", "https", "http", "mailto", "tel"}


def test_all_but_former_entries_and_places_can_be_reached_from_the_page_of_places(
    links_by_page: dict[Path, Links],
) -> None:
    start = min(links_by_page, key=lambda page: len(page.parts))
    reached, open_ = {start}, [start]

    while open_:
        page = open_.pop()
        for address in links_by_page[page].addresses:
            parts = urlsplit(address)
            target = (page.parent / unquote(parts.path)).resolve()
            if not parts.scheme and target in links_by_page and target not in reached:
                reached.add(target)
                open_.append(target)

    lost = set(links_by_page) - reached
    entries = {page for page in links_by_page if "本页只保留" in page.read_text("utf-8")}
    places = {page for page in links_by_page if "已并入" in page.read_text("utf-8")}
    assert entries
    assert places
    assert lost == entries | places
