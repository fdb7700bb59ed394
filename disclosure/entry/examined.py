"""The attachments of a division, each examined once for all the rules that ask."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from disclosure.attachment import Examination, examine
from disclosure.attachment.kind import kind_of_name
from disclosure.entry.entry import Entry
from disclosure.entry.folder import Folder
from disclosure.entry.link import LinkKind, file_of, links_of, named_files
from disclosure.personal import Finding, scan
from disclosure.refusal import why_refused


class Examined(Struct, frozen=True):
    """An attachment: `name` as in `files/plan.pdf`, `file` relative to the root.

    `findings` are the personal numbers in its text, each with its place in words; the text itself
    is not kept.
    """

    name: str
    file: str
    examination: Examination
    findings: tuple[tuple[str, Finding, str], ...]


@lru_cache(maxsize=1)
def examined_in(folder: Folder, root: Path) -> tuple[Examined, ...]:
    """Return what is known of the files of a folder, by name."""
    return tuple(examine_file(folder, root, name) for name in sorted(folder.files))


def examine_file(folder: Folder, root: Path, name: str) -> Examined:
    """Examine one file of a folder."""
    file = f"{folder.division.folder}/{name}"
    try:
        found = examine(root / file)
    except OSError as error:
        reason = (why_refused(error), error.strerror or str(error))
        found = Examination(name, 0, kind_of_name(name), unreadable=reason)
    findings = tuple(findings_in(found))
    return Examined(name, file, replace(found, parts=()), findings)


def findings_in(examination: Examination) -> Iterator[tuple[str, Finding, str]]:
    """Yield (place, finding, number as written) of an attachment's text."""
    for part in examination.parts:
        for finding in scan(part.text):
            yield part.place, finding, part.text[finding.start : finding.end]


@lru_cache(maxsize=1)
def entries_by_file(folder: Folder) -> dict[str, tuple[Entry, ...]]:
    """Return the entries that name each file, by the file's path inside the division."""
    found: dict[str, list[Entry]] = {}
    for entry in folder.entries:
        for name in sorted(files_named(entry)):
            found.setdefault(name, []).append(entry)
    return {name: tuple(entries) for name, entries in found.items()}


def files_named(entry: Entry) -> set[str]:
    """Return the files an entry names in its front matter or body."""
    named = {file_of(written.text) for written in named_files(entry)}
    for _, link in links_of(entry):
        if link.kind is LinkKind.FILE:
            named.add(link.place)
    return {name for name in named if name}


def naming(folder: Folder, file: str) -> tuple[Entry, ...]:
    """Return the entries of a folder that name an attachment; `file` is relative to the root."""
    name = file.removeprefix(f"{folder.division.folder}/")
    return entries_by_file(folder).get(name, ())
