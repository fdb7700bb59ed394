"""The words on the page of an entry beside its running text, as lines."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from disclosure.sites.pages.search.visible import plain
from disclosure.sites.pages.view import EntryView, Fact, FileView


def leading_lines(view: EntryView) -> Iterator[str]:
    """Yield what stands before the running text: the block of a letter, guide, vote or album."""
    if view.nil_reason:
        yield plain(view.nil_reason)
    yield from fact_lines(view.block)
    if view.options:
        for row in view.options.rows:
            yield plain(" ".join((row.head.text, *(cell.text for cell in row.rest))))


def trailing_lines(view: EntryView) -> Iterator[str]:
    """Yield what follows it: pictures, elements, attachments."""
    yield from filter(None, map(file_line, view.images))
    yield from fact_lines(view.elements)
    yield from filter(None, map(file_line, view.files))


def fact_lines(facts: Iterable[Fact]) -> Iterator[str]:
    """Yield each fact as the page says it."""
    return (plain(f"{fact.label}：{fact.value}") for fact in facts)


def file_line(file: FileView) -> str:
    """Return what is written beside a picture or file."""
    return plain(" ".join((file.caption or file.title, *(fact.value for fact in file.facts))))
