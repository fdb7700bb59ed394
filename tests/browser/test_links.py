"""Every link inside the output leads somewhere, also from a disk without a server."""

from __future__ import annotations

from collections import Counter, deque
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.browser.parsed import Parsed

pytestmark = pytest.mark.slow

City = dict[Path, Parsed]
CONTENT = {"articles", "notices", "guides", "letters", "votes", "albums", "pages", "data"}
# Other views of the same content, for paper, kiosk and screen.
VIEWS = {"board.html", "kiosk.html", "slides.html", "404.html"}


def test_every_internal_link_and_anchor_resolves(parsed_city: City) -> None:
    broken = []

    for page in parsed_city.values():
        for target, anchor, address in page.internal():
            found = parsed_city.get(target)
            if not target.is_file() or (anchor and found and anchor not in found.ids):
                broken.append((page.path.name, address))

    assert len(parsed_city) > 200
    assert broken == []


def test_no_anchor_stands_twice_on_a_page(parsed_city: City) -> None:
    twice = {
        (page.path.name, anchor)
        for page in parsed_city.values()
        for anchor, number in Counter(page.ids).items()
        if number > 1
    }

    assert twice == set()


def test_addresses_are_relative(parsed_city: City) -> None:
    absolute = [
        address
        for page in parsed_city.values()
        for _, _, address in page.internal()
        if address.startswith("/")
    ]

    assert absolute == []


def test_nothing_is_loaded_from_elsewhere(parsed_city: City) -> None:
    schemes = {
        urlsplit(address).scheme for page in parsed_city.values() for address in page.addresses
    }

    assert schemes <= {"", "https", "http", "mailto", "tel"}


def test_all_but_former_entries_and_places_can_be_reached_from_the_page_of_places(
    parsed_city: City,
) -> None:
    start = min(parsed_city, key=lambda page: (len(page.parts), page.name != "index.html"))

    reached = clicks_from(start, parsed_city)

    lost = set(parsed_city) - set(reached)
    former = {page for page in lost if "本页只保留" in page.read_text("utf-8")}
    merged = {page.parent for page in lost if page.name == "index.html"}
    assert all("并入" in (folder / "index.html").read_text("utf-8") for folder in merged)
    assert former
    assert merged
    others = lost - former
    assert {
        page for page in others if page.name not in VIEWS and not is_below(page, merged)
    } == set()


def test_every_list_is_at_most_three_clicks_from_the_home_page_of_its_place(
    parsed_city: City,
) -> None:
    homes = [
        page for page in parsed_city if page.name == "index.html" and page.parent.name.isdigit()
    ]
    far = []

    for home in homes:
        clicks = clicks_from(home, {path: page for path, page in parsed_city.items()
                                    if path.is_relative_to(home.parent)})  # fmt: skip
        lists = [
            path
            for path in parsed_city
            if path.is_relative_to(home.parent)
            and path.parent.name not in CONTENT
            and path.name not in VIEWS
        ]
        far += [(path.name, clicks.get(path)) for path in lists if clicks.get(path, 99) > 3]

    assert len(homes) > 10
    assert far == []


def clicks_from(start: Path, pages: City) -> dict[Path, int]:
    """Return the pages that can be reached, each with the fewest clicks it takes."""
    clicks = {start: 0}
    open_ = deque([start])
    while open_:
        page = open_.popleft()
        for target, _, _ in pages[page].internal():
            if target in pages and target not in clicks:
                clicks[target] = clicks[page] + 1
                open_.append(target)
    return clicks


def is_below(page: Path, folders: set[Path]) -> bool:
    return any(page.is_relative_to(folder) for folder in folders)
