"""What a change did to the entries of a division: which are new, which say something else, gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from msgspec import Struct

from disclosure.catalogue import MARKDOWN_KINDS, Kind
from disclosure.division import Division
from disclosure.entry import Entry, read_folder
from disclosure.entry.fences import split
from disclosure.entry.read import DESCRIPTOR, read_meant
from disclosure.history import Changed
from disclosure.personal.hide import hide_numbers
from disclosure.problem import DisclosureError
from disclosure.rules.facts import Facts
from disclosure.rules.selection import own_folder
from disclosure.sites.carried import files_of


class Sort(Enum):
    """What became of an entry; the value is how a page says it."""

    NEW = "新增"
    CHANGED = "修改"
    GONE = "删除"


class Edit(Struct, frozen=True):
    """An entry that a change touches; `address` is that of its page, "" where there is none."""

    sort: Sort
    title: str
    file: str
    address: str = ""


def edits_in(
    division: Division, changed: Changed, facts: Facts, before: Mapping[str, bytes]
) -> tuple[Edit, ...]:
    """Return what a change did to a division's entries: new ones, changed ones, those gone.

    `before` are the files that are gone as they were.
    """
    place = division.folder
    touched = {file for file in (*changed.present, *changed.removed) if own_folder(file) == place}
    edits = [
        Edit(sort, title_of(entry), entry.file, entry.address)
        for entry in read_folder(facts.root, division, facts.catalogue.keys).entries
        if (sort := sort_of(entry, changed, touched))
    ]
    gone = sorted(file for file in touched.intersection(changed.removed) if kind_of(file, place))
    edits += [
        Edit(Sort.GONE, title_before(file, before.get(file, b""), facts, place), file)
        for file in gone
    ]
    return tuple(sorted(edits, key=lambda edit: ([*Sort].index(edit.sort), edit.file)))


def sort_of(entry: Entry, changed: Changed, touched: Iterable[str]) -> Sort | None:
    """Return what became of an entry that is there; None where nothing of it changed."""
    if entry.file in changed.added:
        return Sort.NEW
    own = {entry.file, *(f"{entry.division.folder}/{name}" for name in files_of(entry))}
    package = entry.file.removesuffix(DESCRIPTOR) if entry.kind is Kind.DATA else ""
    is_touched = any(file in own or (package and file.startswith(package)) for file in touched)
    return Sort.CHANGED if is_touched else None


def kind_of(file: str, place: str) -> Kind | None:
    """Return the kind of entry a file is the own file of; None where it belongs to another."""
    match file[len(place) + 1 :].split("/"):
        case [Kind.DATA.value, _, name] if name == DESCRIPTOR:
            return Kind.DATA
        case [folder, name] if name.endswith(".md"):
            return next((kind for kind in MARKDOWN_KINDS if kind.value == folder), None)
    return None


def title_of(entry: Entry) -> str:
    """Return how an entry is listed: it may be one that a check refuses."""
    return hide_numbers(entry.title) or entry.name


def title_before(file: str, content: bytes, facts: Facts, place: str) -> str:
    """Return the title an entry had, else the name of its file."""
    kind = kind_of(file, place)
    name = file.rsplit("/", 2)[-2] if kind is Kind.DATA else file.rpartition("/")[2]
    try:
        text = content.decode("utf-8-sig")
        above = text if kind is Kind.DATA else split(text, file).above
        header, _ = read_meant(above, file, 1, facts.catalogue.keys, kind or Kind.PAGES)
    except (UnicodeDecodeError, DisclosureError):
        return name
    return hide_numbers(header.text("title")) or name
