"""Repairs a division's folder (`check --fix`): what is safe, file by file, shown as a diff.

Texts are repaired by `fix_text`; pictures lose what they tell about place and person.
"""

from __future__ import annotations

import difflib
import os
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from msgspec import Struct

from disclosure.attachment import read_metadata, strip_metadata
from disclosure.catalogue import FILES, MARKDOWN_KINDS, Key, Kind
from disclosure.division import Division
from disclosure.entry.fix_text import Fixed, fix_text
from disclosure.entry.plain_files import list_files, listing
from disclosure.entry.read import DESCRIPTOR
from disclosure.entry.source import MAX_BYTES, decode
from disclosure.personal.hide import hide_numbers
from disclosure.problem import Problem

__all__ = ["Change", "Fixed", "fix_folder", "fix_text", "plan_fixes", "write_changes"]


IMAGES = (".jpg", ".jpeg", ".png", ".webp")
STRIPPED = "已去除照片中的拍摄位置、拍摄者等信息，画面不变"
UNSEEN = {
    "encoding-not-utf8": "编码已由 {} 转为 UTF-8",
    "file-bom": "已去除文件开头的 BOM 标记",
    "line-ends": "换行符已统一",
}


class Change(Struct, frozen=True):
    """A file to be written: its new bytes, the diff to show, and the problems that are gone."""

    file: str
    data: bytes
    diff: str
    repaired: tuple[Problem, ...]


def fix_folder(root: Path, division: Division, keys: Mapping[str, Key]) -> list[Change]:
    """Repair what a division publishes and return what was changed, by file."""
    changes = list(plan_fixes(root, division, keys))
    write_changes(root, changes)
    return changes


def plan_fixes(root: Path, division: Division, keys: Mapping[str, Key]) -> Iterator[Change]:
    """Yield what would be changed in a division's folder; nothing is written."""
    for path, kind in text_files(root / division.folder):
        file = path.relative_to(root).as_posix()
        data = path.read_bytes()
        fixed = fix_text(data, file, keys, kind)
        if fixed and fixed.text.encode() != data:
            diff = diff_of(file, decode(data, file)[0], fixed)
            yield Change(file, fixed.text.encode(), diff, fixed.changes)
    for name in list_files(root / division.folder / FILES, division.folder, FILES, []):
        if name.endswith(IMAGES):
            file = f"{division.folder}/{name}"
            yield from strip_picture(file, (root / file).read_bytes())


def strip_picture(file: str, data: bytes) -> Iterator[Change]:
    """Yield the change to a picture that tells where it was taken or by whom."""
    if not read_metadata(data).is_personal:
        return
    stripped = strip_metadata(data)
    if stripped != data:
        yield Change(file, stripped, f"--- a/{file}\n+++ b/{file}\n\\ {STRIPPED}\n", ())


def text_files(base: Path) -> Iterator[tuple[Path, Kind]]:
    """Yield the plain Markdown files and descriptors of a folder; links are never followed."""
    for kind in MARKDOWN_KINDS:
        for item in listing(base / kind.value):
            if item.name.endswith(".md") and is_plain(item):
                yield Path(item.path), kind
    for folder in listing(base / Kind.DATA.value):
        if folder.is_dir(follow_symlinks=False):
            for item in listing(Path(folder.path)):
                if item.name == DESCRIPTOR and is_plain(item):
                    yield Path(item.path), Kind.DATA


def is_plain(item: os.DirEntry[str]) -> bool:
    """Tell whether something is a regular file of a size that is read at all."""
    return (
        item.is_file(follow_symlinks=False)
        and item.stat(follow_symlinks=False).st_size <= MAX_BYTES
    )


def diff_of(file: str, before: str, fixed: Fixed) -> str:
    """Return a unified diff; what no line shows (encoding, line ends) is said in words.

    Personal numbers are hidden: a diff is a report.
    """
    lines = list(
        difflib.unified_diff(
            before.splitlines(), fixed.text.splitlines(), f"a/{file}", f"b/{file}", lineterm="", n=1
        )
    )
    if not lines:
        lines = [f"--- a/{file}", f"+++ b/{file}"]
    unseen = [
        f"\\ {UNSEEN[problem.code].format(problem.value)}"
        for problem in fixed.changes
        if problem.code in UNSEEN
    ]
    return "\n".join([*lines[:2], *unseen, *map(hide_numbers, lines[2:]), ""])


def write_changes(root: Path, changes: list[Change]) -> None:
    """Write the changed files; each is replaced whole or stays as it was."""
    for change in changes:
        path = root / change.file
        mode = path.stat().st_mode & 0o777
        handle, name = tempfile.mkstemp(prefix=".fix-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(change.data)
            Path(name).chmod(mode)
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
