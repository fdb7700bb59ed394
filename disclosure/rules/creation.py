"""Creates a new entry with blanks to fill in (`tasks.py new`), in its place, under a free name."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from disclosure.catalogue import KINDS_BY_CONTENT_TYPE, Category, Kind
from disclosure.division import Division
from disclosure.entry import DESCRIPTOR
from disclosure.entry.blank import table_file, write_blank, write_header
from disclosure.entry.entry import NAME
from disclosure.entry.name import suggest
from disclosure.entry.plain_files import FILE_NAME_WRONG, LINK_OR_SPECIAL
from disclosure.problem import Code, DisclosureError
from disclosure.rules.category_unknown import find_category
from disclosure.rules.category_wrong_level import CODE as WRONG_LEVEL
from disclosure.rules.facts import Facts

KIND_NOT_FITTING = Code(
    "new-kind-not-fitting",
    zh="类目 {category}（{title}）的内容形式不是 {value}",
    en="{category} is not published as {value}",
    hint_zh="请改用 {allowed}",
    hint_en="use one of {allowed}",
)
ALREADY_THERE = Code(
    "new-already-there",
    zh="{value} 已经存在，没有改动它",
    en="{value} exists already and was left as it is",
    hint_zh="请用 --name 另起一个名称",
    hint_en="choose another name with --name",
)


def create(
    facts: Facts, kind: Kind, division: Division, code: str, name: str | None
) -> tuple[str, ...]:
    """Write the files of a new entry; return their paths relative to the root, the first to fill.

    Without a name it is called by category and day. Nothing that exists is touched.
    """
    return write_files(facts.root, blank_files(facts, kind, division, code, name))


def blank_files(
    facts: Facts, kind: Kind, division: Division, code: str, name: str | None
) -> dict[str, str]:
    """Return the files of a new entry by path, the first to fill first."""
    category = find_category(code, facts.catalogue.categories)
    refuse_misfit(category, kind, division)
    name = name or default_name(category, facts.today)
    if not NAME.fullmatch(name):
        raise DisclosureError(FILE_NAME_WRONG.at("", value=name, suggestion=suggest(name)))
    base = f"{division.folder}/{kind.value}/{name}"
    text = write_blank(
        category, division, kind, facts.catalogue, facts.publishers, facts.today, name
    )
    if kind is not Kind.DATA:
        return {f"{base}.md": text}
    files = {f"{base}/{DESCRIPTOR}": text}
    if category.data_table:
        files[f"{base}/{table_file(category)}"] = write_header(category, facts.catalogue)
    return files


def refuse_misfit(category: Category, kind: Kind, division: Division) -> None:
    """Raise where the division's level does not publish the category, or not in this form."""
    if division.level not in category.levels:
        allowed = "、".join(level.zh for level in category.levels)
        raise DisclosureError(
            WRONG_LEVEL.at(
                "",
                0,
                "category",
                value=category.code,
                title=category.name,
                level=division.level,
                allowed=allowed,
            )
        )
    kinds = KINDS_BY_CONTENT_TYPE.get(category.content_type, ())
    if kind not in kinds:
        raise DisclosureError(
            KIND_NOT_FITTING.at(
                "",
                0,
                "kind",
                value=kind.value,
                category=category.code,
                title=category.name,
                allowed="、".join(fitting.value for fitting in kinds),
            )
        )


def default_name(category: Category, today: date) -> str:
    """Return a name made of category and day."""
    return f"{category.code.lower()}-{today}"


def write_files(root: Path, files: dict[str, str]) -> tuple[str, ...]:
    """Write new files; raise before the first where one exists or a folder is a link."""
    for file in files:
        folder = root / file.rpartition("/")[0]
        if Path(os.path.realpath(folder)) != folder:
            raise DisclosureError(LINK_OR_SPECIAL.at(file, value=folder.name))
        if os.path.lexists(root / file):
            raise DisclosureError(ALREADY_THERE.at("", value=file))
    for file, text in files.items():
        path = root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as new:
            new.write(text)
    return tuple(files)
