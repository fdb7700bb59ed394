"""Puts the files of a draft in their places: all of them or none, nothing overwritten unasked."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from disclosure.annual_report.draft import Draft, write_cells, write_descriptor
from disclosure.annual_report.prose import write_entry
from disclosure.annual_report.workbook import write_workbook
from disclosure.catalogue import Catalogue, Kind
from disclosure.entry import DESCRIPTOR
from disclosure.entry.plain_files import LINK_OR_SPECIAL
from disclosure.problem import DisclosureError
from disclosure.table_rules.annual_reports import TABLE

DRAFTS = "drafts"  # where the Excel file goes: beside content, never among it


def files_of(draft: Draft, catalogue: Catalogue) -> dict[str, bytes]:
    """Return the files of a draft by path; the entry to fill in comes first."""
    table = catalogue.tables[TABLE]
    folder, name = draft.division.folder, draft.name
    package = f"{folder}/{Kind.DATA.value}/{name}"
    return {
        f"{folder}/{Kind.ARTICLES.value}/{name}.md": write_entry(draft, table).encode(),
        f"{package}/{DESCRIPTOR}": write_descriptor(draft).encode(),
        f"{package}/report.csv": write_cells(draft).encode(),
        f"{DRAFTS}/{draft.division.code}-{name}.xlsx": write_workbook(draft, table),
    }


def already_there(base: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    """Return which of the files exist; raise where a link or no plain file is in the way."""
    for file in files:
        path = base / file
        is_plain = path.is_file() and not path.is_symlink()
        if Path(os.path.realpath(path.parent)) != Path(os.path.realpath(base)) / file.rpartition(
            "/"
        )[0] or (os.path.lexists(path) and not is_plain):
            raise DisclosureError(LINK_OR_SPECIAL.at(file, value=path.name))
    return tuple(file for file in files if (base / file).exists())


def put(base: Path, files: Mapping[str, bytes]) -> None:
    """Write the files: each beside its place first, so that an interruption leaves the old ones."""
    written: list[tuple[Path, Path]] = []
    try:
        for file, content in files.items():
            path = base / file
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_name(f".{path.name}.new")
            written.append((beside, path))
            beside.write_bytes(content)
        for beside, path in written:
            beside.replace(path)
    finally:
        for beside, _ in written:
            beside.unlink(missing_ok=True)
