"""What a page of an entry shows, decided here so that templates decide nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from disclosure.catalogue import Category, Kind
from disclosure.deadline.retention import takedown_day
from disclosure.entry import Entry
from disclosure.sites.carried import digest_of
from disclosure.sites.pages.downloads import Download, downloads_of
from disclosure.sites.pages.elsewhere import stub_url
from disclosure.sites.pages.table_view import (
    OPTIONS,
    TableView,
    cell_words,
    option_table,
    package_tables,
    text_of,
)
from disclosure.sites.shown import Shown
from disclosure.sites.site import Site

TEMPLATES = {
    Kind.ARTICLES: "article",
    Kind.NOTICES: "notice",
    Kind.GUIDES: "guide",
    Kind.LETTERS: "letter",
    Kind.VOTES: "vote",
    Kind.ALBUMS: "album",
    Kind.PAGES: "page",
    Kind.DATA: "package",
}


class Fact(Struct, frozen=True):
    """A label and its text, as one line of a definition list."""

    label: str
    value: str


class FileView(Struct, frozen=True):
    """An attachment or picture; `url` is relative to the division's site."""

    url: str
    title: str
    alt: str = ""
    caption: str = ""
    facts: tuple[Fact, ...] = ()


class EntryView(Struct, frozen=True):
    """One entry as its page shows it; texts are ready to print, absent ones are "".

    `standards` are the standard tables it shows.
    """

    title: str
    address: str
    template: str
    kind: str
    category: Category | None
    publisher: str
    source: str
    source_url: str
    published: str
    published_day: str
    summary: str
    keywords: tuple[str, ...]
    facts: tuple[Fact, ...]
    elements: tuple[Fact, ...]
    block: tuple[Fact, ...]
    options: TableView | None
    notice_from: str
    notice_to: str
    notice_state: str
    objections: str
    objections_phone: str
    files: tuple[FileView, ...]
    images: tuple[FileView, ...]
    tables: tuple[TableView, ...]
    standards: tuple[str, ...]
    nil_reason: str
    is_nil: bool
    withdrawn: tuple[Fact, ...]
    interprets_url: str
    digest: str
    row_count: int
    downloads: tuple[Download, ...]


def view_entry(entry: Entry, site: Site) -> EntryView:
    """Return what the page of an entry shows on the site's day."""
    header = entry.header
    shown = site.shown(entry)
    is_full = shown is Shown.FULL
    notice_from, notice_to = header.day("notice.from"), header.day("notice.to")
    published = header.text("date")
    return EntryView(
        title=entry.title,
        address=entry.address,
        template=TEMPLATES[entry.kind] if is_full else "gone",
        kind=entry.kind.zh,
        category=site.facts.catalogue.get(entry.category),
        publisher=entry.publisher,
        source=header.text("source.name") or entry.publisher,
        source_url=header.text("source.url"),
        published=published,
        published_day=published[:10],
        summary=entry.summary if is_full else "",
        keywords=header.texts("keywords") if is_full else (),
        facts=tuple(entry_facts(entry)),
        elements=tuple(given_elements(entry)) if is_full else (),
        block=tuple(block_facts(entry, site)) if is_full else (),
        options=option_table(entry, site) if is_full else None,
        notice_from=notice_from.isoformat() if notice_from else "",
        notice_to=notice_to.isoformat() if notice_to else "",
        notice_state=notice_state(notice_from, notice_to, site.as_of),
        objections=header.text("notice.objections"),
        objections_phone=header.text("notice.phone"),
        files=tuple(files(entry, "attachments")) if is_full else (),
        images=tuple(files(entry, "images")) if is_full else (),
        tables=tuple(package_tables(entry, site)) if is_full else (),
        standards=tuple(standard_tables(entry, site)) if is_full else (),
        nil_reason=header.text("nil_reason"),
        is_nil=entry.is_nil,
        withdrawn=tuple(gone_facts(entry, shown, site)),
        interprets_url=page_url(header.text("interprets"), site),
        digest=digest_of(entry, site.facts.root) if shown is Shown.TAKEN_DOWN else "",
        row_count=sum(len(table.rows) for table in entry.tables),
        downloads=downloads_of(entry, site),
    )


def entry_facts(entry: Entry) -> Iterator[Fact]:
    """Yield what every page states beside its text (条例 art. 12: index number, name, date)."""
    header = entry.header
    yield Fact("索引号", entry.index_number)
    for label, key in (
        ("文号", "document_number"),
        ("形成日期", "formed_on"),
        ("事项日期", "event_on"),
    ):
        if header.has(key):
            yield Fact(label, header.text(key))
    if entry.period:
        yield Fact("所属期间", entry.period.zh)
    yield Fact("公开主体", entry.publisher)
    if header.has("place"):
        yield Fact("张贴地点", header.text("place"))
    if header.has("rows"):
        yield Fact("名单行数", header.text("rows"))
    if header.has("review.by"):
        yield Fact("审查", header.text("review.by"))
    if header.has("review.date"):
        yield Fact("审查日期", header.text("review.date"))


def standard_tables(entry: Entry, site: Site) -> dict[str, None]:
    """Return the standard tables an entry shows, each once, in their order."""
    return dict.fromkeys(one.table for one in site.facts.tables(entry) if one.table)


def given_elements(entry: Entry) -> Iterator[Fact]:
    """Yield the required elements given under `elements:`, in their order."""
    given = entry.header.get("elements")
    for label, value in ((given.fields or {}) if given else {}).items():
        yield Fact(label, text_of(value))


def block_facts(entry: Entry, site: Site) -> Iterator[Fact]:
    """Yield the lines of a letter, vote, guide or album block, titled as its table or key says."""
    for name in ("letter", "vote", "guide", "album"):
        given = entry.header.get(name)
        if given is None or not given.fields:
            continue
        key = site.facts.catalogue.keys[name]
        table = site.facts.catalogue.tables.get(key.table)
        titles = {field.name: field.title for field in key.fields.values()}
        columns = table.columns if table else {}
        for field, value in given.fields.items():
            column = columns.get(field)
            if field != OPTIONS and not value.is_blank:
                label = column.title if column else titles.get(field, field)
                unit = f"（{column.unit}）" if column and column.unit else ""
                yield Fact(label + unit, cell_words(text_of(value), column))


def notice_state(first: date | None, last: date | None, day: date) -> str:
    """Return whether a notice runs on `day`; both its ends count."""
    if not (first and last):
        return ""
    if day < first:
        return "未开始"
    return "公示中" if day <= last else "已结束"


def files(entry: Entry, key: str) -> Iterator[FileView]:
    """Yield the attachments or images an entry lists."""
    given = entry.header.get(key)
    for item in (given.items or ()) if given else ():
        labels = (("拍摄日期", "date"), ("拍摄地点", "place"))
        yield FileView(
            url=item.text_of("file"),
            title=item.text_of("title"),
            alt=item.text_of("alt"),
            caption=item.text_of("caption"),
            facts=tuple(
                Fact(label, item.text_of(name)) for label, name in labels if item.text_of(name)
            ),
        )


def page_url(target: str, site: Site) -> str:
    """Return the page an entry names, relative to the division's site; "" where it names none.

    `target` is `articles/x`, or `division:<short code>/articles/x` in another division.
    """
    code, _, address = target.removeprefix("division:").partition("/")
    if not target.startswith("division:"):
        return f"{target}.html" if target else ""
    return f"../{code}/{address}.html" if code in site.built else stub_url(code, address)


def gone_facts(entry: Entry, shown: Shown, site: Site) -> Iterator[Fact]:
    """Yield why and since when an entry is no longer shown."""
    if shown is Shown.WITHDRAWN:
        yield Fact("撤回日期", entry.header.text("withdrawn.date"))
        yield Fact("撤回理由", entry.header.text("withdrawn.reason"))
    elif shown is Shown.TAKEN_DOWN:
        category = site.facts.category(entry)
        day = takedown_day(entry, category, site.facts) if category else None
        first, last = entry.header.day("notice.from"), entry.header.day("notice.to")
        if first and last:
            yield Fact("公示期", f"{first} 至 {last}")
        if day:
            yield Fact("撤下日期", day.isoformat())
        yield Fact("撤下原因", "公开期限届满")
