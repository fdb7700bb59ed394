"""attachment-missing: a file that an entry names or links is not in the division's `files/`."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from disclosure.entry import Entry
from disclosure.entry.link import LinkKind, file_of, links_of, named_files
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "attachment-missing",
    zh="找不到文件 {value}",
    en="the file {value} is not there",
    hint_zh="请把文件放进本区划的 files/ 文件夹，或改正文件名{near_zh}",
    hint_en="put the file into files/ or correct its name{near_en}",
)


@rule(CODE, keys=("attachments", "images"), marks=("[", "<"))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield each named attachment or picture, and each `{static}` link, without its file."""
    if facts.folder is None:
        return
    files = facts.folder.files
    for written in named_files(entry):
        name = file_of(written.text)
        if name and name not in files:
            yield missing(entry, written.line, written.field, name, files)
    for written, link in links_of(entry):
        if link.kind is not LinkKind.FILE or link.place in files:
            continue
        if not facts.is_file(facts.folder.division, link.place):
            yield missing(entry, written.line, "", link.place, files)


def missing(entry: Entry, line: int, field: str, name: str, files: frozenset[str]) -> Problem:
    """Return the problem; the file of the nearest name is suggested."""
    near = get_close_matches(name, sorted(files), 1)
    zh = f"；是否应为 {near[0]}" if near else ""
    en = f"; did you mean {near[0]}" if near else ""
    return CODE.at(entry.file, line, field, value=name, near_zh=zh, near_en=en)
