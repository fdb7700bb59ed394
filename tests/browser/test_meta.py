"""Page tags (网页标签) of government sites: on every page exactly one of each, none empty."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.browser.city import CITY_DAY
from tests.browser.parsed import Parsed

pytestmark = pytest.mark.slow

City = dict[Path, Parsed]
CONTENT = {"articles", "notices", "guides", "letters", "votes", "albums", "pages", "data"}
# The page of places, the homes, and other views of a place: no list and no entry.
PLACE = {"index.html", "404.html", "board.html", "kiosk.html", "slides.html"}
SITE_TAGS = {"SiteName"}  # the demonstration has no domain and no number
COLUMN_TAGS = {"ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"}
CONTENT_TAGS = {"ArticleTitle", "PubDate", "ContentSource"}
OPTIONAL = {"Keywords", "Description", "Author", "Image", "Url"}
TECHNICAL = {"viewport", "robots"}
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2} \d{2}:\d{2}")


def required(page: Parsed) -> set[str]:
    """The tags the class of a page asks for."""
    if page.path.name in PLACE:
        return SITE_TAGS
    if page.path.parent.name in CONTENT:
        return SITE_TAGS | COLUMN_TAGS | CONTENT_TAGS
    return SITE_TAGS | COLUMN_TAGS


def contents(parsed_city: City) -> list[Parsed]:
    return [page for page in parsed_city.values() if page.path.parent.name in CONTENT]


def test_every_page_has_the_tags_of_its_class_and_no_others(parsed_city: City) -> None:
    wrong = {}

    for page in parsed_city.values():
        own = {name for name in page.tags if name not in TECHNICAL | OPTIONAL}
        if own != required(page):
            wrong[page.path.name] = own ^ required(page)

    assert wrong == {}


def test_every_tag_stands_once_and_is_not_empty(parsed_city: City) -> None:
    wrong = {
        (page.path.name, name): values
        for page in parsed_city.values()
        for name, values in page.tags.items()
        if len(values) != 1 or not values[0].strip()
    }

    assert wrong == {}


def test_only_contents_have_the_optional_tags_of_contents(parsed_city: City) -> None:
    lists = [page for page in parsed_city.values() if page.path.parent.name not in CONTENT]

    assert [page.path.name for page in lists if OPTIONAL & set(page.tags)] == []


def test_title_and_column_are_the_heading_of_the_page(parsed_city: City) -> None:
    wrong = []

    for page in parsed_city.values():
        name = "ArticleTitle" if page.path.parent.name in CONTENT else "ColumnName"
        if name in page.tags and page.tags[name] != page.h1:
            wrong.append((page.path.name, page.tags[name], page.h1))

    assert wrong == []


def test_publication_is_a_moment_of_the_past_and_stands_on_the_page(parsed_city: City) -> None:
    end = datetime.combine(CITY_DAY + timedelta(days=1), datetime.min.time())
    wrong = []

    for page in contents(parsed_city):
        (moment,) = page.tags["PubDate"]
        if not (
            MOMENT.fullmatch(moment)
            and datetime.fromisoformat(moment) < end
            and f">{moment}</time>" in page.path.read_text("utf-8")
        ):
            wrong.append((page.path.name, moment))

    assert len(contents(parsed_city)) > 100
    assert wrong == []


def test_source_stands_on_the_page(parsed_city: City) -> None:
    wrong = [
        page.path.name
        for page in contents(parsed_city)
        if page.tags["ContentSource"][0] not in page.path.read_text("utf-8").partition("<body>")[2]
    ]

    assert wrong == []


def test_villages_and_townships_state_the_name_of_their_county(parsed_city: City) -> None:
    names = {
        page.path.parent.name: page.tags["SiteName"][0]
        for page in parsed_city.values()
        if page.path.name == "about.html"
        and page.path.parent.name in ("9901", "990121", "990121100", "990121100200")
    }

    assert names == {
        "9901": "云澜市政务公开",
        "990121": "松泉县政务公开",
        "990121100": "松泉县政务公开",
        "990121100200": "松泉县政务公开",
    }


def test_the_day_of_the_tests_is_not_before_the_content(parsed_city: City) -> None:
    newest = max(page.tags["PubDate"][0] for page in contents(parsed_city))

    assert date.fromisoformat(newest[:10]) <= CITY_DAY
