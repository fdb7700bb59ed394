"""`entries-<n>.json`: the visible entries in pages that never move; `entries-0` has the newest."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.sites.pages.api import FOLDER
from disclosure.sites.pages.interface import write_json
from disclosure.sites.pages.lists import listed
from disclosure.sites.pages.paging import Page, fill_pages
from disclosure.sites.shown import Shown
from disclosure.sites.site import Site


def entry_pages(site: Site) -> Iterator[tuple[str, str]]:
    """Yield each page of the list: where it stands within the site, and its text."""
    for page in fill_pages(listed(site)):
        yield page_file(page.number), write_page(page, site)


def page_file(number: int) -> str:
    """Return where a page of the list stands."""
    return f"{FOLDER}/entries-{number}.json"


def write_page(page: Page[Entry], site: Site) -> str:
    """Return one page, newest first; a full one changes once, when the next is full too."""
    head = {
        "division": site.division.code,
        "number": page.number,
        "older": None if page.older is None else page_file(page.older),
        "newer": None if page.newer is None else page_file(page.newer),
    }
    return write_json({**head, "entries": [to_json(entry, site) for entry in page.items]})


def to_json(entry: Entry, site: Site) -> dict[str, object]:
    """Return one entry; what is not given is null."""
    header = entry.header
    category = site.facts.catalogue.get(entry.category)
    return {
        "url": f"{entry.address}.html",
        "kind": entry.kind.value,
        "title": entry.title,
        "summary": entry.summary,
        "category": entry.category,
        "category_name": category.name if category else None,
        "publisher": entry.publisher,
        "published": header.text("date"),
        "period": header.text("period") or None,
        "formed_on": header.text("formed_on") or None,
        "event_on": header.text("event_on") or None,
        "notice_from": header.text("notice.from") or None,
        "notice_to": header.text("notice.to") or None,
        "index_number": entry.index_number,
        "document_number": header.text("document_number") or None,
        "keywords": list(header.texts("keywords")),
        "nil": entry.is_nil,
        "files": list(files_of(entry)),
        "datasets": [f"{package.address}.html" for package in shown_packages(entry, site)],
    }


def files_of(entry: Entry) -> Iterator[dict[str, str]]:
    """Yield the attachments of an entry."""
    given = entry.header.get("attachments")
    for item in (given.items or ()) if given else ():
        yield {"title": item.text_of("title"), "url": item.text_of("file")}


def shown_packages(entry: Entry, site: Site) -> Iterator[Entry]:
    """Yield the data packages an entry names, as far as they are shown."""
    for name in entry.header.texts("data"):
        package = site.folder.package(name)
        if package and site.shown(package) is Shown.FULL:
            yield package
