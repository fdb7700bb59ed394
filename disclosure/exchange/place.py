"""Writes an imported package: a new one whole or not at all, of an old one only its table."""

from __future__ import annotations

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from disclosure.catalogue.table import Table
from disclosure.dataset.resource import PATH, STANDARD
from disclosure.entry import DESCRIPTOR
from disclosure.entry.plain_files import LINK_OR_SPECIAL
from disclosure.marked import load_marked
from disclosure.problem import Code, DisclosureError

OTHER_PACKAGE = Code(
    "import-package-other",
    zh="{value} 已经存在，里面没有“{table}”的数据表，没有改动它",
    en="{value} exists already and holds no {table}; it was left as it is",
    hint_zh="请用 --write-to 另起一个名称",
    hint_en="choose another name with --write-to",
)
NEW = ".new"  # what is being written has a name that no entry may have


def existing_table(root: Path, folder: str, table: Table) -> str | None:
    """Return the file that holds the table in a package that is there, None where none is.

    Its descriptor was filled in by people: it stays as it is.
    """
    if not os.path.lexists(root / folder):
        return None
    refuse_links(root, folder)
    if (root / folder / DESCRIPTOR).is_file():
        given = load_marked(root / folder / DESCRIPTOR, f"{folder}/{DESCRIPTOR}")
        resources = given.get("resources")
        for resource in (resources.items if resources else None) or ():
            path = resource.text_of("path")
            if resource.text_of("schema") == STANDARD + table.name and PATH.fullmatch(path):
                return f"{folder}/{path}"
    raise DisclosureError(OTHER_PACKAGE.at("", value=folder, table=table.title))


def write_package(root: Path, folder: str, files: Mapping[str, bytes], *, exists: bool) -> None:
    """Write the files of a package below the root, in one step each."""
    refuse_links(root, folder)
    if exists:
        for file, content in files.items():
            replace_file(root / file, content)
        return
    place = root / folder
    beside = place.with_name(f".{place.name}{NEW}")
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.rmtree(beside, ignore_errors=True)  # of an import that was interrupted
    beside.mkdir()
    try:
        for file, content in files.items():
            (beside / Path(file).name).write_bytes(content)
        beside.rename(place)
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def replace_file(path: Path, content: bytes) -> None:
    """Put a new file in the place of an old one."""
    beside = path.with_name(f".{path.name}{NEW}")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    finally:
        beside.unlink(missing_ok=True)


def refuse_links(root: Path, folder: str) -> None:
    """Raise where a folder on the way is a link: it might lead out of the root."""
    place = root / folder
    if Path(os.path.realpath(place)) != Path(os.path.realpath(root)) / folder:
        raise DisclosureError(LINK_OR_SPECIAL.at(folder, value=place.name))
