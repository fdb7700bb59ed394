"""A published package as it stood at a revision: its ledgers, and how each line came to change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from disclosure.catalogue import Kind, Table
from disclosure.dataset import DataTable
from disclosure.division import Division
from disclosure.entry import DESCRIPTOR, Entry, Header
from disclosure.entry.version import TABLE, Version, table_of, version_of
from disclosure.history import Past, Touch
from disclosure.marked import Given
from disclosure.problem import DisclosureError
from disclosure.published.line import Line, Mark, fates, lines_of
from disclosure.rules.facts import Facts


class Ledger(Struct, frozen=True):
    """A ledger of a published package; `steps` tell what touched its lines, the oldest first."""

    past: Past
    lines: tuple[Line, ...]
    steps: tuple[Step, ...]


class Step(Struct, frozen=True):
    """What one commit did to the lines of a file: the mark of each before and after it.

    `reason` is that of a correction, "" where the commit gives none, None where there is no commit.
    """

    reason: str | None
    marks: tuple[tuple[Mark | None, Mark | None], ...]


def ledgers_of(
    folder: str, pasts: Sequence[Past], division: Division, table: str, facts: Facts
) -> Iterator[Ledger]:
    """Yield the ledgers a package had published at the revision.

    Nothing where it was a draft, withdrawn or could not be read: it was not published then.
    """
    entry = nameless(folder, division)
    contents = {past.file: past.content for past in pasts}
    try:
        version = version_of(entry, contents, facts.catalogue.keys)
    except DisclosureError:
        return
    if version is None or not is_published(version):
        return
    schema = facts.catalogue.tables[table]
    for past in pasts:
        read = version.tables.get(past.file)
        if read and read.table == table:
            steps = (
                step_of(touch.reason, touch, past, version.entry, schema) for touch in past.touches
            )
            yield Ledger(past, tuple(lines_of(read, schema)), tuple(steps))


def is_published(version: Version) -> bool:
    """Tell whether a version was on the site."""
    entry = version.entry
    return (
        version.is_own
        and entry.header.is_readable
        and not entry.is_draft
        and not entry.is_withdrawn
    )


def nameless(folder: str, division: Division) -> Entry:
    """Return a package of which nothing is known but where it lies."""
    header = Header(Given(1, 1, fields={}))
    name = folder.rpartition("/")[2]
    return Entry(f"{folder}/{DESCRIPTOR}", division, Kind.DATA, name, header, "", 0)


def step_of(reason: str | None, touch: Touch, past: Past, entry: Entry, schema: Table) -> Step:
    """Return what a touch of a file did to its lines."""
    before, after = (
        lines_in(content, past.file, entry, schema) for content in (touch.before, touch.after)
    )
    return Step(reason, marks_of(before, after, schema))


def last_step(past: Past, now: DataTable | None, entry: Entry, schema: Table) -> Step:
    """Return what was done to the lines of a file since the newest commit."""
    before = lines_in(past.committed, past.file, entry, schema)
    return Step(None, marks_of(before, lines_of(now, schema) if now else [], schema))


def marks_of(
    before: Sequence[Line], after: Sequence[Line], schema: Table
) -> tuple[tuple[Mark | None, Mark | None], ...]:
    """Return the marks of the lines that changed, came or went."""
    return tuple(
        (old.mark(schema) if old else None, new.mark(schema) if new else None)
        for old, new in fates(before, after, schema)
    )


def lines_in(content: bytes | None, file: str, entry: Entry, schema: Table) -> list[Line]:
    """Return the lines some bytes hold; none where they are no table."""
    if content is None or not file.endswith(TABLE):
        return []
    try:
        return lines_of(table_of(content, file, entry, entry), schema)
    except DisclosureError:
        return []


def touched_by(mark: Mark, steps: Iterable[Step]) -> Step | None:
    """Return the step that last touched the line of a mark, which may change on the way."""
    found = None
    for step in steps:
        for before, after in step.marks:
            if mark in (before, after):
                found, mark = step, after or mark
                break
    return found


def step_of_descriptor(folder: str, pasts: Iterable[Past], root: Path) -> Step:
    """Return what last happened to the descriptor of a package, which may have dropped a table."""
    past = next((past for past in pasts if past.file == f"{folder}/{DESCRIPTOR}"), None)
    path = root / past.name if past else None
    is_plain = path is not None and path.is_file() and not path.is_symlink()
    now = path.read_bytes() if path and is_plain else None
    is_committed = past is not None and past.touches and now == past.committed
    return Step(past.touches[-1].reason if past and is_committed else None, ())


def tables_today(entries: Iterable[Entry], table: str) -> Mapping[str, DataTable]:
    """Return the tables of one kind a division publishes today, by file."""
    return {
        one.file: one
        for entry in entries
        if not entry.is_draft and not entry.is_withdrawn
        for one in entry.tables
        if one.table == table
    }
