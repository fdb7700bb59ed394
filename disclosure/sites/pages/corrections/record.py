"""One correction of one entry as its page tells it: the day, the reason, and what changed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import PurePosixPath

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalogue import Kind
from disclosure.entry import Entry
from disclosure.entry.examined import files_named
from disclosure.entry.version import Version, is_table_of, version_of
from disclosure.history import Correction
from disclosure.problem import DisclosureError
from disclosure.sites.pages.corrections.change import Change, Line, Way, cut, tidy
from disclosure.sites.pages.corrections.fields import field_changes
from disclosure.sites.pages.corrections.lines import line_changes, shorten
from disclosure.sites.pages.corrections.private import (
    holds_number,
    is_private,
    is_private_text,
    masks_something,
    speaks_of_privacy,
)
from disclosure.sites.pages.corrections.rows import table_changes
from disclosure.sites.shown import Shown
from disclosure.sites.site import Site

MAX_CHANGES = 20
MAX_LINES = 60
PRIVATE = "已作隐私处理"
GONE = "内容已不再公开，不列出修改内容。"
FIRST = "此项内容由这次更正补充公开。"
UNREADABLE = "修改前的文件格式有误或过大，不逐项列出。"
NOTHING = "公开的文字和数据没有变化，只调整了格式、文件名或者不公开的登记项。"


class Record(Struct, frozen=True):
    """A correction; `note` says why nothing is told where nothing is.

    `more_changes` and `more_lines` count what is left out of a long list.
    """

    day: str
    reason: str
    note: str = ""
    changes: tuple[Change, ...] = ()
    more_changes: int = 0
    lines: tuple[Line, ...] = ()
    more_lines: int = 0


def records_of(entry: Entry, site: Site) -> tuple[tuple[int, Record], ...]:
    """Return the corrections of an entry with their numbers, the newest first.

    Where one of them took out what may not be told, those before it tell nothing either: they would
    show the same words on their way in. The same holds once an entry was withdrawn in between.
    """
    found: list[tuple[int, Record]] = []
    closed = GONE if site.shown(entry) is not Shown.FULL else ""
    for number, parts in by_commit(entry, site):
        first = next(iter(parts.values()))
        reason = tidy(first.reason)
        if is_private_text(reason, entry, site.facts) or holds_number((reason,), site.facts):
            reason, closed = PRIVATE, closed or PRIVATE
        record = Record(first.day.isoformat(), cut(reason))
        told = None if closed else tell(entry, parts, record, site)
        if told:
            closed = told.note if told.note in (PRIVATE, GONE) else ""
        elif told is None and not closed:
            continue  # a draft: nothing public was corrected
        found.append((number, told or replace(record, note=closed)))
    return tuple(found)


def by_commit(entry: Entry, site: Site) -> Iterator[tuple[int, dict[str, Correction]]]:
    """Yield the files of an entry that each correction touched, the newest first."""
    folder = entry.file.rpartition("/")[0] + "/"
    attached = {f"{entry.division.folder}/{name}" for name in files_named(entry)}
    corrections = [
        correction
        for file, some in sorted(site.corrections.by_file.items())
        if file == entry.file
        or file in attached
        or (entry.kind is Kind.DATA and file.startswith(folder))
        for correction in some
    ]
    corrections.sort(key=lambda correction: -correction.number)
    for number, some in groupby(corrections, key=lambda correction: correction.number):
        yield number, {correction.file: correction for correction in some}


def tell(
    entry: Entry, parts: Mapping[str, Correction], record: Record, site: Site
) -> Record | None:
    """Return the record with what changed, or why that is not told; None for a draft's."""
    keys = site.facts.catalogue.keys
    if speaks_of_privacy(record.reason):
        return replace(record, note=PRIVATE)
    try:
        before = version_of(entry, {file: one.before for file, one in parts.items()}, keys)
        after = version_of(entry, {file: one.after for file, one in parts.items()}, keys)
    except DisclosureError:  # what cannot be read cannot be tried by the rules either
        return replace(record, note=UNREADABLE)
    if before and before.entry.is_draft:
        return None
    if before is None:
        return replace(record, note=FIRST)
    if after is None or after.entry.is_draft or after.entry.is_withdrawn:
        return replace(record, note=GONE)
    if before.entry.is_withdrawn:
        return replace(record, note=GONE)
    if any(is_private(version.entry, entry, site.facts) for version in (before, after)):
        return replace(record, note=PRIVATE)
    changes = tuple(all_changes(entry, before, after, parts, site))
    lines = line_changes(before.entry.body, after.entry.body)
    texts = (text for one in changes for text in one.texts)
    if masks_something(changes, lines) or holds_number(
        (*texts, *(line.text for line in lines)), site.facts
    ):
        return replace(record, note=PRIVATE)
    return replace(
        record,
        note="" if changes or lines else NOTHING,
        changes=tuple(map(shown, changes[:MAX_CHANGES])),
        more_changes=max(0, len(changes) - MAX_CHANGES),
        lines=tuple(map(shorten, lines[:MAX_LINES])),
        more_lines=max(0, len(lines) - MAX_LINES),
    )


def shown(change: Change) -> Change:
    """Return a change with its texts as long as a page bears."""
    return replace(change, before=cut(change.before), after=cut(change.after))


def all_changes(
    entry: Entry, before: Version, after: Version, parts: Mapping[str, Correction], site: Site
) -> Iterator[Change]:
    """Yield what changed in front matter, tables and attached files."""
    if before.is_own and after.is_own:
        yield from field_changes(before.entry, after.entry, site.facts)
    for file in sorted({*before.tables, *after.tables}):
        yield from table_changes(before.tables.get(file), after.tables.get(file), entry, site.facts)
    titles = dict(titles_of(entry))
    for file, part in parts.items():
        if file == entry.file or is_table_of(entry, file):
            continue
        name = file.removeprefix(entry.division.folder + "/")
        label = f"附件“{titles.get(name) or PurePosixPath(name).name}”"
        if part.after is not None:
            yield Change(Way.REPLACED if part.before is not None else Way.ADDED, label)


def titles_of(entry: Entry) -> Iterator[tuple[str, str]]:
    """Yield the attached files an entry lists, each with its title."""
    for key in ("attachments", "images"):
        given = entry.header.get(key)
        for item in (given.items or ()) if given else ():
            yield item.text_of("file"), item.text_of("title") or item.text_of("caption")
