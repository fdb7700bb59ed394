"""Entries for the tests of deadlines, read from a small folder on disk."""

from __future__ import annotations

import datetime
from pathlib import Path

from msgspec.structs import replace

from disclosure.entry import Entry, Folder, read_folder
from disclosure.rules.facts import Facts
from tests.rules.verbs import VILLAGE, small_facts

FACTS = small_facts()


def entry_text(
    *lines: str, publisher: str = "甲村村民委员会", date: str = "2026-10-12 09:00"
) -> str:
    """Return an entry with these lines of front matter beside title, publisher and date."""
    head = ["---", "title: 试验内容", f"publisher: {publisher}", f"date: {date}"]
    return "\n".join([*head, *lines, "---", "正文。", ""])


def package_text(*lines: str, table: str, date: str = "2026-10-12 09:00") -> str:
    """Return a descriptor with these lines and one table `rows.csv`."""
    head = ["title: 试验数据", "publisher: 甲村村民委员会", f"date: {date}"]
    tail = [
        "resources:",
        f"  - {{name: rows, path: rows.csv, type: table, schema: 'table:{table}'}}",
        "",
    ]
    return "\n".join([*head, *lines, *tail])


def folder_of(root: Path, files: dict[str, str], *, division: str = VILLAGE) -> Folder:
    """Write files into the folder of a division under `root` and read it."""
    place = FACTS.register.resolve(division)
    for name, text in files.items():
        path = root / place.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return read_folder(root, place, FACTS.catalogue.keys)


def entry_of(root: Path, text: str, *, kind: str = "notices", division: str = VILLAGE) -> Entry:
    """Write one entry and read it."""
    (entry,) = folder_of(root, {f"{kind}/sample.md": text}, division=division).entries
    return entry


def facts_on(day: str) -> Facts:
    """Return the facts of the small register on another day."""
    return replace(FACTS, today=datetime.date.fromisoformat(day))
