"""What a site puts into search: every page it shows in full, as the plain text a reader sees.

Entries other divisions share stand in the search of their own site only. What was withdrawn or
taken down keeps its place and has no text; drafts were never there.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from disclosure.catalogue import Kind
from disclosure.entry import Entry
from disclosure.search.document import Document, Subject, Table
from disclosure.sites.pages.search.rows import head_lines, row_lines
from disclosure.sites.pages.search.visible import plain, visible_lines
from disclosure.sites.pages.search.wording import leading_lines, trailing_lines
from disclosure.sites.pages.table_view import anchor_of
from disclosure.sites.pages.view import EntryView
from disclosure.sites.shown import Shown
from disclosure.sites.site import Site

KIND_NAMES = {
    Kind.ARTICLES: "article",
    Kind.NOTICES: "notice",
    Kind.GUIDES: "guide",
    Kind.LETTERS: "letter",
    Kind.VOTES: "vote",
    Kind.ALBUMS: "album",
    Kind.DATA: "table",
    Kind.PAGES: "page",
}
Page = tuple[EntryView, str]  # what a page shows, and the clean HTML of its running text


def documents_of(site: Site, pages: Mapping[str, Page]) -> Iterator[Document]:
    """Yield the documents of a site; `pages` are those shown in full, by address."""
    for entry in site.folder.entries:
        shown = site.shown(entry)
        if shown is Shown.FULL:
            yield document_of(entry, site, *pages[entry.address])
        elif shown is not Shown.NOTHING:
            yield Document(entry.address, "", day_of(entry), withdrawn=True)


def document_of(entry: Entry, site: Site, view: EntryView, html: str) -> Document:
    """Return the document of an entry that is shown in full."""
    lines = [*leading_lines(view), *visible_lines(html), *trailing_lines(view)]
    number = entry.header.text("document_number")
    if number:
        lines.append(f"文号：{plain(number)}")
    tables = []
    for index, table in enumerate(entry.tables, 1):
        lines += head_lines(entry, table, site)
        rows = row_lines(entry, table, site)
        if any(rows):
            tables.append(Table(anchor_of(index), len(lines), len(rows)))
            lines += rows
    return Document(
        address=entry.address,
        title=plain(entry.title),
        date=day_of(entry),
        category=entry.category,
        kind=KIND_NAMES[entry.kind],
        body="\n".join(lines),
        tables=tuple(tables),
    )


def day_of(entry: Entry) -> str:
    """Return the day an entry was published."""
    return entry.header.text("date")[:10]


def subjects_of(site: Site) -> dict[str, Subject]:
    """Return every category as a filter shows it."""
    return {
        code: Subject(code, one.name, one.group, one.group_name)
        for code, one in site.facts.catalogue.categories.items()
    }
