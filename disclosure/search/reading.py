"""Reads the texts of a site back from its `search/` folder; what is not whole is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date as day
from itertools import pairwise
from pathlib import Path
from typing import Any

from disclosure.problem import Code, DisclosureError
from disclosure.refusal import why_refused
from disclosure.regular import read_regular
from disclosure.search.document import KINDS, Document, Subject, Table
from disclosure.search.script import read_call
from disclosure.search.texts import BLOCK, NAME, VERSION, Texts, file_of, revision_of

TEXTS_WRONG = Code(
    "search-texts-wrong",
    zh="检索文本不能使用：{reason_zh}",
    en="the texts for search cannot be used: {reason_en}",
    hint_zh="请重新生成这个区划的网站：tasks.py build --division {value}",
    hint_en="build the site of this division again: tasks.py build --division {value}",
)
ADDRESS = re.compile(r"[A-Za-z0-9_-]+(?:/[A-Za-z0-9_.-]+)*")
DAY = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
WITHDRAWN = Document("", "", "", withdrawn=True)
ReadFile = Callable[[int], bytes]  # the bytes of a block of this number; 0 is the newest
Parts = Any  # what JSON holds: looked at before it is believed


class UnfitError(ValueError):
    """What is wrong with the block of a number, in Chinese and in English."""

    def __init__(self, block: int, zh: str, en: str) -> None:
        super().__init__(block, zh, en)
        self.block, self.zh, self.en = block, zh, en


def read_texts(folder: Path, site: str) -> Texts:
    """Return the texts of a site; raise DisclosureError naming the file that cannot be used."""
    return parse_texts(lambda block: read_regular(folder / file_of(block)), site)


def parse_texts(read: ReadFile, site: str) -> Texts:
    """Return the texts of a site from the bytes of its blocks; raise DisclosureError else."""
    subjects: dict[str, Subject] = {}
    try:
        newest = parse_block(read, site, 0)
        full = newest.get("blocks")
        if type(full) is not int or full < 0:
            raise UnfitError(0, "没有写明总块数", "it does not say how many blocks there are")
        documents: list[Document] = []
        for block in range(1, full + 1):
            documents += documents_of(parse_block(read, site, block), block, subjects)
        documents += documents_of(newest, 0, subjects)
        check_whole(newest, documents, full)
    except UnfitError as unfit:
        file = f"{site}/search/{file_of(unfit.block)}"
        problem = TEXTS_WRONG.at(file, value=site, reason_zh=unfit.zh, reason_en=unfit.en)
        raise DisclosureError(problem) from None
    return Texts(site, tuple(documents), subjects, newest["revision"])


def parse_block(read: ReadFile, site: str, block: int) -> dict[str, Parts]:
    """Return what a block says; raise UnfitError where it is not the one that was asked for."""
    try:
        value = read_call(NAME, read(block).decode())
    except OSError as error:
        en = error.strerror or str(error)
        raise UnfitError(block, f"读不出文件（{why_refused(error)}）", en) from None
    except ValueError:
        raise UnfitError(block, "文件已损坏，不是完整的脚本", "it is damaged") from None
    if not isinstance(value, dict):
        raise UnfitError(block, "文件已损坏，不是完整的脚本", "it is damaged")
    found = value.get("version")
    if found != VERSION or type(found) is not int:
        zh = f"版本是 {shown(found)}，应为 {VERSION}"
        raise UnfitError(block, zh, f"its version is {shown(found)}, not {VERSION}")
    if value.get("site") != site:
        name = shown(value.get("site"))
        raise UnfitError(block, f"这是 {name} 的检索文本", f"it belongs to {name}")
    if value.get("block") != block or type(value.get("block")) is not int:
        name = shown(value.get("block"))
        raise UnfitError(block, f"文件里的块号是 {name}", f"it holds block {name}")
    return value


def documents_of(
    value: dict[str, Parts], block: int, subjects: dict[str, Subject]
) -> Iterator[Document]:
    """Yield the documents of a block and add the categories they name."""
    try:
        listed = [subject_of(item) for item in listed_in(value.get("categories"))]
        texts = listed_in(value.get("texts"))
        if (len(texts) != BLOCK) if block else (len(texts) > BLOCK):
            raise ValueError("the number of texts")
        documents = [WITHDRAWN if item is None else document_of(item, listed) for item in texts]
    except (ValueError, TypeError) as error:
        raise UnfitError(block, "文件内容不完整或不合格式", f"malformed: {error}") from None
    subjects.update((subject.code, subject) for subject in listed)
    yield from documents


def document_of(item: Parts, subjects: list[Subject]) -> Document:
    """Return one text of a block; raise ValueError where it is none."""
    address, title, date, category, kind, body, tables = listed_in(item)
    for text in (address, title, date, kind, body):
        if type(text) is not str:
            raise ValueError("a text is missing")
    if not ADDRESS.fullmatch(address) or not DAY.fullmatch(date) or kind not in KINDS:
        raise ValueError("an address, a date or a kind")
    day.fromisoformat(date)  # raises ValueError where there is no such day
    place = number(category, -1)
    code = subjects[place].code if 0 <= place < len(subjects) else ""
    if place >= len(subjects):
        raise ValueError("a category that is not listed")
    lines = body.count("\n") + 1
    found = tuple(table_of(table, lines) for table in listed_in(tables))
    return Document(address, title, date, code, kind, body, found)


def table_of(item: Parts, lines: int) -> Table:
    """Return where a table stands in a body of so many lines."""
    anchor, first, rows = listed_in(item)
    table = Table(anchor, number(first, 0), number(rows, 1))
    if type(anchor) is not str or table.first + table.rows > lines:
        raise ValueError("a table")
    return table


def subject_of(item: Parts) -> Subject:
    """Return a category of a block."""
    code, name, group, group_name = listed_in(item)
    if any(type(text) is not str for text in (code, name, group, group_name)):
        raise ValueError("a category")
    return Subject(code, name, group, group_name)


def check_whole(newest: dict[str, Parts], documents: list[Document], full: int) -> None:
    """Raise UnfitError where the blocks are not those that the newest one was written with."""
    live = [document for document in documents if not document.withdrawn]
    is_sorted = all(
        (one.date, one.address) < (two.date, two.address) for one, two in pairwise(live)
    )
    said = (newest.get("documents"), newest.get("revision"))
    is_late = full > 0 and len(documents) == full * BLOCK
    if not is_sorted or is_late or said != (len(live), revision_of(live)):
        zh = "各块检索文本不是同一次生成的，或已被改动"
        raise UnfitError(0, zh, "the blocks do not belong together, or were changed")


def listed_in(value: Parts) -> list[Parts]:
    """Return a value that is a list; raise ValueError else."""
    if type(value) is not list:
        raise ValueError("no list")
    return value


def number(value: Parts, least: int) -> int:
    """Return a value that is a whole number of at least some size; raise ValueError else."""
    if type(value) is not int or value < least:
        raise ValueError("no number")
    return value


def shown(value: Parts) -> str:
    """Return a value as a message repeats it: short, on one line."""
    return str(value)[:40] if isinstance(value, str | int) else "…"
