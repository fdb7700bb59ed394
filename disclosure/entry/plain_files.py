"""What lies in a folder: plain files by name; links, devices and odd names become problems."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from disclosure.entry.name import FILE_NAME, split_name, suggest
from disclosure.leftovers import without_leftovers
from disclosure.problem import Code, Problem

LINK_OR_SPECIAL = Code(
    "link-or-special-file",
    zh="{value} 是链接或特殊文件，不能发布",
    en="{value} is a link or a special file and cannot be published",
    hint_zh="请删除它，把真正的文件放进来",
    hint_en="replace it with the file itself",
)
FILE_NAME_WRONG = Code(
    "file-name",
    zh="文件名“{value}”不可用",
    en="the file name {value!r} is not usable",
    hint_zh="只用小写字母、数字和连字符，不超过 80 个字符，如 {suggestion}",
    hint_en="use up to 80 lower-case letters, digits and hyphens, such as {suggestion}",
)
FOLDER_INSIDE = Code(
    "folder-inside-kind",
    zh="{value} 是文件夹，{kind}/ 里只能直接放文件",
    en="{value} is a folder; {kind}/ holds files only",
    hint_zh="请把里面的文件移出来，再删除这个文件夹",
    hint_en="move its files up and delete it",
)


def list_files(base: str | Path, folder: str, name: str, problems: list[Problem]) -> Iterator[str]:
    """Yield the plain files under `files/` with their path inside the division."""
    for item in listing(base):
        if item.is_dir(follow_symlinks=False):
            if FILE_NAME.fullmatch(item.name):
                inner = f"{folder}/{item.name}"
                yield from list_files(item.path, inner, f"{name}/{item.name}", problems)
                continue
            problems.append(
                FILE_NAME_WRONG.at(
                    f"{folder}/{item.name}", value=item.name, suggestion=suggest(item.name)
                )
            )
    for item in plain_files(base, folder, problems, is_dir_problem=False):
        if FILE_NAME.fullmatch(item.name):
            yield f"{name}/{item.name}"
        else:
            stem, suffix = split_name(item.name)
            problems.append(
                FILE_NAME_WRONG.at(
                    f"{folder}/{item.name}",
                    value=item.name,
                    suggestion=suggest(stem) + suffix.lower(),
                )
            )


def plain_files(
    base: str | Path, folder: str, problems: list[Problem], *, is_dir_problem: bool = True
) -> Iterator[os.DirEntry[str]]:
    """Yield the regular files of a folder by name; links, devices and strays become problems."""
    for item in listing(base):
        if item.is_file(follow_symlinks=False):
            yield item
        elif not item.is_dir(follow_symlinks=False):
            problems.append(LINK_OR_SPECIAL.at(f"{folder}/{item.name}", value=item.name))
        elif is_dir_problem:
            kind = folder.rpartition("/")[2]
            problems.append(FOLDER_INSIDE.at(f"{folder}/{item.name}", value=item.name, kind=kind))


def listing(base: str | Path) -> list[os.DirEntry[str]]:
    """Return what somebody put into a folder, by name; nothing where it does not exist."""
    try:
        with os.scandir(base) as items:
            return without_leftovers(items)
    except (FileNotFoundError, NotADirectoryError):
        return []
