"""The personal numbers of a whole division: found in one pass, shared by the rules on each kind.

Looked at are front matter, bodies, table cells, the names of files and the text of attachments.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from disclosure.dataset import DataTable
from disclosure.entry.entry import Entry
from disclosure.entry.examined import examined_in
from disclosure.entry.folder import Folder
from disclosure.personal import (
    SHORTEST_NUMBER,
    Finding,
    NumberKind,
    has_long_number,
    may_hold_number,
    plain_digits,
    scan,
)
from disclosure.problem import Code, Problem, Severity

FILE_NAME = "文件名"


class Sighting(Struct, frozen=True):
    """A personal number and where it stands; `digits` are for comparing, never for showing.

    `entry` is None in attachments; `place` says in words where in an attachment; `field` is a
    dotted key or a column, `table` the table of that column.
    """

    kind: NumberKind
    masked: str
    digits: str
    file: str
    line: int = 0
    row: int = 0
    field: str = ""
    place: str = ""
    entry: Entry | None = None
    table: DataTable | None = None

    @property
    def is_phone_field(self) -> bool:
        """Tell whether it stands where an office phone is declared (`phone`, `duty_phone` ...)."""
        name = self.field.rpartition(".")[2]
        return name == "phone" or name.endswith("_phone")

    @property
    def where(self) -> str:
        """The place in words, for the beginning of a Chinese sentence."""
        if self.field == FILE_NAME:
            return "这个文件夹里有文件，文件名中"
        if self.place:
            return f"附件（{self.place}）"
        if self.table:
            return f"数据表“{self.field}”列"
        return f"“{self.field}”" if self.field else "正文"

    def problem(self, code: Code, severity: Severity | None = None) -> Problem:
        """Return the problem of this sighting, the number masked.

        A number in a file's name is reported of the folder, since the path would print it in full.
        """
        is_name = self.field == FILE_NAME
        return code.at(
            self.file.rpartition("/")[0] if is_name else self.file,
            self.line,
            self.field,
            row=self.row,
            value=self.masked,
            severity=severity,
            where=self.where,
        )


@lru_cache(maxsize=1)
def sightings_in(folder: Folder, root: Path) -> tuple[Sighting, ...]:
    """Return every personal number in a folder."""
    return tuple(sighting for entry in folder.entries for sighting in sightings_of(entry)) + tuple(
        attached(folder, root)
    )


def sightings_of(entry: Entry) -> Iterator[Sighting]:
    """Yield the personal numbers of one entry; a clean one costs a search or two."""
    if not entry.is_visible or may_hold_number(entry.in_ascii):
        yield from sightings_of_text(entry)
    for table, text in zip(entry.tables, entry.long_texts, strict=True) if entry.tables else ():
        if has_long_number(text):
            yield from sightings_of_table(entry, table)


def sightings_of_text(entry: Entry) -> Iterator[Sighting]:
    """Yield the personal numbers of front matter, body and name."""
    for field, line, text in entry.header_texts:
        for finding in scan(text) if len(text) >= SHORTEST_NUMBER else ():
            yield sighting(finding, text, entry, entry.file, line=line, field=field)
    for finding in scan(entry.body):
        line = entry.body_line + entry.body.count("\n", 0, finding.start)
        yield sighting(finding, entry.body, entry, entry.file, line=line)
    for finding in scan(entry.name):
        yield sighting(finding, entry.name, entry, entry.file, field=FILE_NAME)


def sightings_of_table(entry: Entry, table: DataTable) -> Iterator[Sighting]:
    """Yield the personal numbers of a table, header included; the file's name counts too."""
    name = table.file.rpartition("/")[2]
    for finding in scan(name):
        yield sighting(finding, name, entry, table.file, field=FILE_NAME)
    for row, cells in enumerate((table.columns, *table.rows), 1):
        for column, cell in zip(table.columns, cells, strict=False):
            for finding in scan(cell) if len(cell) >= SHORTEST_NUMBER else ():
                yield sighting(finding, cell, entry, table.file, row=row, field=column, table=table)


def attached(folder: Folder, root: Path) -> Iterator[Sighting]:
    """Yield the personal numbers in the names and the text of attachments."""
    for attachment in examined_in(folder, root):
        for finding in scan(attachment.name):
            yield sighting(finding, attachment.name, None, attachment.file, field=FILE_NAME)
        for place, finding, written in attachment.findings:
            yield Sighting(
                finding.kind, finding.masked, plain_digits(written), attachment.file, place=place
            )


def sighting(
    finding: Finding,
    text: str,
    entry: Entry | None,
    file: str,
    *,
    line: int = 0,
    row: int = 0,
    field: str = "",
    table: DataTable | None = None,
) -> Sighting:
    """Return the sighting of a finding at a place."""
    return Sighting(
        finding.kind,
        finding.masked,
        plain_digits(text[finding.start : finding.end]),
        file,
        line,
        row,
        field,
        "",
        entry,
        table,
    )
