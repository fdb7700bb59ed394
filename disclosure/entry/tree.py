"""Finds the folders of divisions under `content/`, and what lies astray between them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from disclosure.catalogue import FILES
from disclosure.division import CONTENT, Division, Register
from disclosure.entry.folder import FILE_STRAY, KIND_BY_FOLDER, KINDS
from disclosure.entry.plain_files import LINK_OR_SPECIAL, listing
from disclosure.problem import Code, Problem

PARTS = frozenset({*KIND_BY_FOLDER, FILES})  # folders of a division's own content
DIVISION_UNKNOWN = Code(
    "division-unknown",
    zh="文件夹“{value}”不是登记过的区划，也不是栏目文件夹",
    en="the folder {value!r} is neither a registered division nor a kind of content",
    hint_zh="区划文件夹用短代码命名，并先登记到 catalogue/divisions.csv；栏目文件夹为 {kinds}",
    hint_en="name it by a registered short code, or by one of {kinds}",
)
DIVISION_MISPLACED = Code(
    "division-misplaced",
    zh="{value}（{name}）的文件夹放错了位置，其中的内容没有检查",
    en="the folder of {value} ({name}) lies in the wrong place; what it holds was not read",
    hint_zh="请整个移到 {folder}",
    hint_en="move it to {folder}",
)


def find_folders(
    root: Path, register: Register
) -> tuple[tuple[Division, ...], tuple[Problem, ...]]:
    """Return the divisions that have a folder under `content/`, by code, and what lies astray."""
    found: list[Division] = []
    problems: list[Problem] = []
    waiting = [CONTENT] if (root / CONTENT).is_dir() else []
    while waiting:
        below = look_into(root, waiting.pop(), register, problems)
        waiting += [division.folder for division in reversed(below)]
        found += below
    return tuple(sorted(found, key=lambda division: division.code)), tuple(problems)


def find_astray(
    root: Path, register: Register, divisions: Iterable[Division]
) -> tuple[Problem, ...]:
    """Return what lies astray in the folders of some divisions themselves."""
    problems: list[Problem] = []
    for division in divisions:
        look_into(root, division.folder, register, problems)
    return tuple(problems)


def look_into(
    root: Path, folder: str, register: Register, problems: list[Problem]
) -> list[Division]:
    """Return the divisions whose folders lie in one, by name; what lies astray becomes problems."""
    found: list[Division] = []
    for item in listing(f"{root}/{folder}"):
        file = f"{folder}/{item.name}"
        if item.is_symlink():
            problems.append(LINK_OR_SPECIAL.at(file, value=item.name))
        elif not item.is_dir():
            problems.append(FILE_STRAY.at(file, value=item.name, kinds=KINDS))
        elif item.name not in PARTS or folder == CONTENT:
            below = register.get(item.name) if item.name.isdigit() else None
            if below and below.folder == file:
                found.append(below)
            elif below and below.code == item.name:
                name, right = below.name, below.folder
                problems.append(
                    DIVISION_MISPLACED.at(file, value=below.code, name=name, folder=right)
                )
            else:
                problems.append(DIVISION_UNKNOWN.at(file, value=item.name, kinds=KINDS))
    return found
