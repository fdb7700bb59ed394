"""The search page of a site: how far one may search from here, and the ways for who does not."""

from __future__ import annotations

from msgspec import Struct

from disclosure.division import Division, Level
from disclosure.sites.pages.lists import years_of
from disclosure.sites.pages.naming import title_of
from disclosure.sites.pages.overview import Part, Way, parts_of, way_to_year
from disclosure.sites.pages.search.documents import KIND_NAMES
from disclosure.sites.pages.search.large import MOST
from disclosure.sites.pages.table_view import MAX_ROWS
from disclosure.sites.shown import Shown
from disclosure.sites.site import Site

PAGE = "search.html"
FOLDER = "search"
INDEX = "index"  # below `FOLDER`: of a county, of a city, of a site with many documents
SCRIPTS = ("search", "folding")  # in this order
OWN, TOWN, COUNTY, CITY = "own", "town", "county", "city"
INDEXED = (Level.COUNTY, Level.CITY)  # levels with an index of all below them, nearest first
SCOPES = {Level.TOWNSHIP: TOWN, Level.COUNTY: COUNTY, Level.CITY: CITY}


class Scope(Struct, frozen=True):
    """How far a search reaches: `name` in addresses, the folder it reads, seen from the page.

    `index` is the place whose index that is, "" where it holds the texts of the own site; `within`
    is the short code of the part of the index that is meant, "" = all of it.
    """

    name: str
    label: str
    title: str
    folder: str
    index: str = ""
    within: str = ""


class SearchView(Struct, frozen=True):
    """The page: its scopes, nearest first; what of each part of the catalogue and year there is.

    `scripts` are those of the theme it runs, in their order; `rows` is how many rows of a table
    stand on its page.
    """

    url: str
    scopes: tuple[Scope, ...]
    kinds: tuple[tuple[str, str], ...]
    parts: tuple[Part, ...]
    years: tuple[Way, ...]
    scripts: tuple[str, ...] = SCRIPTS
    rows: int = MAX_ROWS


def view_search(site: Site) -> SearchView:
    """Return the search page of a site."""
    return SearchView(
        url=PAGE,
        scopes=scopes_of(site.division, site.ancestors, is_large=is_large(site)),
        kinds=tuple((name, kind.zh) for kind, name in KIND_NAMES.items()),
        parts=parts_of(site),
        years=tuple(map(way_to_year, years_of(site))),
    )


def is_large(site: Site) -> bool:
    """Tell whether a site has an index of its own documents; slots of what is gone count too."""
    slots = sum(site.shown(entry) is not Shown.NOTHING for entry in site.folder.entries)
    return slots > MOST and site.division.level not in INDEXED


def scopes_of(
    division: Division, ancestors: tuple[Division, ...], *, is_large: bool = False
) -> tuple[Scope, ...]:
    """Return the own site, then each place it lies in; that of a township is a part of a county."""
    path = (*ancestors, division)
    indexed = {one.level: one.code for one in path if one.level in INDEXED}
    index = division.code if is_large else ""
    folder = f"{FOLDER}/{INDEX}/" if is_large else f"{FOLDER}/"
    scopes = [Scope(OWN, "本站", title_of(division), folder, index)]
    for one in reversed(path):
        name = SCOPES.get(one.level)
        index = next((indexed[level] for level in (one.level, *INDEXED) if level in indexed), "")
        if name and index:
            within = "" if one.code == index else one.code
            folder = f"../{index}/{FOLDER}/{INDEX}/"
            scopes.append(Scope(name, whole_of(one), one.name, folder, index, within))
    return tuple(scopes)


def whole_of(division: Division) -> str:
    """Return what a place with all below it is called: 全镇, 全县, or its name as a city."""
    is_city = division.level is Level.CITY
    return f"全{division.kind}" if is_city or division.kind != "市" else division.name
