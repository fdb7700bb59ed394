"""data-missing: `data:` names a data package this division does not have."""

from __future__ import annotations

import difflib
from collections.abc import Iterator

from disclosure.catalogue import Kind
from disclosure.entry import Entry, Folder
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "data-missing",
    zh="data 中的数据包“{value}”不存在",
    en="the data package {value!r} named in data: does not exist",
    hint_zh="{near}",
    hint_en="name a folder under data/ of this division, without a path",
)


@rule(CODE, keys=("data",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield a problem for each name that leads nowhere; a package that is there but broken is not
    reported again."""
    given = entry.header.get("data")
    folder = facts.folder
    if given is None or folder is None:
        return
    for item in given.items if given.items is not None else (given,):
        name = item.text.strip()
        if not name or folder.package(name) or is_broken(folder, name):
            continue
        yield CODE.at(entry.file, item.line, "data", value=name, near=near(folder, name))


def is_broken(folder: Folder, name: str) -> bool:
    """Tell whether the package's folder was found and could not be read."""
    place = f"{folder.division.folder}/{Kind.DATA.value}/{name}"
    return any(
        problem.file == place or problem.file.startswith(f"{place}/") for problem in folder.problems
    )


def near(folder: Folder, name: str) -> str:
    """Return what to type instead, in Chinese."""
    names = [entry.name for entry in folder.entries if entry.kind is Kind.DATA]
    plain = name.removeprefix("data/").removesuffix("/")
    if plain in names:
        return f"请只写文件夹名：data: [{plain}]"
    close = difflib.get_close_matches(plain, names, 2, 0.5)
    if close:
        return "本区划相近的数据包：" + "、".join(close)
    return f"请先在 {Kind.DATA.value}/ 下建立数据包文件夹，再写它的文件夹名"
