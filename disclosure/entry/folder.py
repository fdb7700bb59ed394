"""Reads the folder of one division: its entries, its packages, the names of its files.

This is the gate: whatever is not a plain file with an agreed name in an agreed place is a problem
and goes no further.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field

from disclosure.catalogue import FILES, MARKDOWN_KINDS, Key, Kind
from disclosure.division import Division
from disclosure.entry.entry import NAME, Entry
from disclosure.entry.name import fold, split_name, suggest, usable_names
from disclosure.entry.plain_files import (
    FILE_NAME_WRONG,
    LINK_OR_SPECIAL,
    list_files,
    listing,
    plain_files,
)
from disclosure.entry.read import DESCRIPTOR, read_entry, read_package
from disclosure.problem import Code, Problem
from disclosure.refusal import why_refused

MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")
FOREIGN = (".rst", ".html", ".htm", ".xhtml", ".asc", ".adoc", ".ipynb", ".org", ".tex")
KIND_BY_FOLDER = {kind.value: kind for kind in Kind}

FILE_UNREADABLE = Code(
    "file-unreadable",
    zh="{value} 无法读取：{reason_zh}",
    en="{value} cannot be read: {reason_en}",
    hint_zh="请检查文件和文件夹的权限，或从备份恢复",
    hint_en="check the permissions of file and folder, or restore it",
)
FOREIGN_READER = Code(
    "foreign-format",
    zh="{value} 不是 Markdown 文件，本系统不读取这种格式",
    en="{value} is not Markdown; this format is not read",
    hint_zh="请改写为 .md 文件；要原样提供下载的，放到 files/ 并列为附件",
    hint_en="rewrite it as .md, or put it in files/ and list it as an attachment",
)
FILE_STRAY = Code(
    "file-stray",
    zh="文件 {value} 不在任何栏目文件夹内",
    en="the file {value} lies in no folder of content",
    hint_zh="请移入 {kinds} 之一，或删除",
    hint_en="move it into one of {kinds}, or delete it",
)
ADDRESS_TAKEN = Code(
    "address-taken",
    zh="“{value}”与 {other} 的网址相同（不分大小写和字形）",
    en="{value!r} has the same address as {other} (case and form of letters put aside)",
    hint_zh="请给其中一个换一个文件名",
    hint_en="rename one of them",
)
DESCRIPTOR_MISSING = Code(
    "package-descriptor-missing",
    zh="数据包文件夹“{value}”里没有 datapackage.yaml",
    en="the package folder {value!r} holds no datapackage.yaml",
    hint_zh="请补上 datapackage.yaml，写明标题、类目和数据表",
    hint_en="add datapackage.yaml with title, category and resources",
)
FILE_UNLISTED = Code(
    "package-file-unlisted",
    zh="{value} 没有列在 datapackage.yaml 的 resources 里",
    en="{value} is not listed under resources of datapackage.yaml",
    hint_zh="请在 resources 中补一项，或删除这个文件",
    hint_en="list it or delete it",
)
KINDS = "、".join([*KIND_BY_FOLDER, FILES])


class Folder(Struct, frozen=True, eq=False):
    """What lies in one division's folder; `files` are relative to it, such as `files/plan.pdf`.

    A folder equals itself alone: what was found out about it is kept for the rules that follow.
    """

    division: Division
    entries: tuple[Entry, ...]
    files: frozenset[str]
    problems: tuple[Problem, ...] = ()
    entry_by_address: dict[str, Entry] = field(default_factory=dict)

    def package(self, name: str) -> Entry | None:
        """Return the data package of this name, or None."""
        return self.entry_by_address.get(f"{Kind.DATA.value}/{name}")


def read_folder(root: Path, division: Division, keys: Mapping[str, Key]) -> Folder:
    """Read everything a division publishes; nothing where the system refuses one of its folders."""
    try:
        return read_whole(root, division, keys)
    except OSError as error:
        file = os.path.relpath(error.filename, root) if error.filename else division.folder
        return Folder(division, (), frozenset(), (unreadable(file, error),))


def unreadable(file: str, error: OSError) -> Problem:
    """Return the problem of a file or folder the system refuses."""
    return FILE_UNREADABLE.at(
        file,
        value=file.rpartition("/")[2],
        reason_zh=why_refused(error),
        reason_en=error.strerror or str(error),
    )


def read_whole(root: Path, division: Division, keys: Mapping[str, Key]) -> Folder:
    """Read everything a division publishes; nothing where a folder is a link to somewhere else."""
    base = f"{root}/{division.folder}"  # no Path objects here: thousands of files are read
    inside = {item.name: item for item in listing(base)}
    problems: list[Problem] = list(linked_folders(root, division, inside))
    if problems:
        return Folder(division, (), frozenset(), tuple(problems))
    entries: list[Entry] = []
    for kind in MARKDOWN_KINDS:
        if kind.value not in inside:
            continue
        folder = f"{division.folder}/{kind.value}"
        items = tuple(plain_files(f"{base}/{kind.value}", folder, problems))
        for item in items:
            entry, trouble = read_item(item, folder, division, kind, keys, items)
            problems += trouble
            if entry:
                entries.append(entry)
    if Kind.DATA.value in inside:
        packages, trouble = read_packages(f"{base}/{Kind.DATA.value}", division, keys)
        entries += packages
        problems += trouble
    files: frozenset[str] = frozenset()
    if FILES in inside:
        folder = f"{division.folder}/{FILES}"
        files = frozenset(list_files(f"{base}/{FILES}", folder, FILES, problems))
    return Folder(
        division,
        tuple(entries),
        files,
        tuple(problems),
        {entry.address: entry for entry in entries},
    )


def linked_folders(
    root: Path, division: Division, inside: Mapping[str, os.DirEntry[str]]
) -> Iterator[Problem]:
    """Yield the folders on the way to a division, and those of its kinds, that are links."""
    parts = division.folder.split("/")
    for number in range(1, len(parts) + 1):
        folder = "/".join(parts[:number])
        if os.path.islink(f"{root}/{folder}"):  # noqa: PTH114 - no Path objects here
            yield LINK_OR_SPECIAL.at(folder, value=parts[number - 1])
    for name in (*KIND_BY_FOLDER, FILES):
        if name in inside and inside[name].is_symlink():
            yield LINK_OR_SPECIAL.at(f"{division.folder}/{name}", value=name)


def read_item(
    item: os.DirEntry[str],
    folder: str,
    division: Division,
    kind: Kind,
    keys: Mapping[str, Key],
    items: Sequence[os.DirEntry[str]],
) -> tuple[Entry | None, list[Problem]]:
    """Read one file among the `items` of a kind's folder, or say why it is no entry."""
    file = f"{folder}/{item.name}"
    stem, suffix = split_name(item.name)
    if suffix.lower() in FOREIGN:
        return None, [FOREIGN_READER.at(file, value=item.name)]
    if suffix != ".md" or not NAME.fullmatch(stem):
        if suffix.lower() in MARKDOWN and fold(stem) in usable_names(one.name for one in items):
            other = f"{folder}/{fold(stem)}.md"
            return None, [ADDRESS_TAKEN.at(file, value=item.name, other=other)]
        return None, [FILE_NAME_WRONG.at(file, value=item.name, suggestion=suggest(stem) + ".md")]
    try:
        return read_entry(item.path, file, division, kind, stem, keys)
    except OSError as error:
        return None, [unreadable(file, error)]


def read_packages(
    base: str, division: Division, keys: Mapping[str, Key]
) -> tuple[list[Entry], list[Problem]]:
    """Read the data packages of a division, by name."""
    packages: list[Entry] = []
    problems: list[Problem] = []
    items = listing(base)
    names = {item.name for item in items if NAME.fullmatch(item.name)}
    for item in items:
        folder = f"{division.folder}/{Kind.DATA.value}/{item.name}"
        if item.is_symlink():
            problems.append(LINK_OR_SPECIAL.at(folder, value=item.name))
        elif not item.is_dir():
            problems.append(FILE_STRAY.at(folder, value=item.name, kinds="data/<名称>/"))
        elif not NAME.fullmatch(item.name):
            other = f"{division.folder}/{Kind.DATA.value}/{fold(item.name)}"
            problems.append(
                ADDRESS_TAKEN.at(folder, value=item.name, other=other)
                if fold(item.name) in names
                else FILE_NAME_WRONG.at(folder, value=item.name, suggestion=suggest(item.name))
            )
        else:
            package, trouble = read_package_folder(item.path, folder, division, item.name, keys)
            problems += trouble
            if package:
                packages.append(package)
    return packages, problems


def read_package_folder(
    path: str, folder: str, division: Division, name: str, keys: Mapping[str, Key]
) -> tuple[Entry | None, list[Problem]]:
    """Read one package; every file beside the descriptor must be one of its tables."""
    problems: list[Problem] = []
    names = [item.name for item in plain_files(path, folder, problems)]
    if DESCRIPTOR not in names:
        return None, [*problems, DESCRIPTOR_MISSING.at(folder, value=name)]
    package, trouble = read_package(path, f"{folder}/{DESCRIPTOR}", division, name, keys)
    problems += trouble
    listed = {table.file.rsplit("/", 1)[-1] for table in package.tables} if package else set()
    problems += [
        FILE_UNLISTED.at(f"{folder}/{other}", value=other)
        for other in names
        if other != DESCRIPTOR and other not in listed and not trouble
    ]
    return package, problems
