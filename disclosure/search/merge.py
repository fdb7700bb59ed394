"""Joins the postings of neighbouring divisions into those of a county, and of counties into a city.

A batch of divisions is joined in memory and kept as sorted groups, one for each first unit of a
term; a stream of entries then comes from all batches at once, group by group. So an index of any
size is put together with the memory of a batch.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from disclosure.search.leaves import Entry
from disclosure.search.postings import Postings
from disclosure.search.units import units_of
from disclosure.search.vlq import encode

ENTRY, FIELD = ";", ","


class Part(NamedTuple):
    """Postings of titles and of bodies, and the number of their first slot."""

    start: int
    title: Postings
    body: Postings


class Batch(NamedTuple):
    """Joined postings and the number of their first slot.

    A line for each first unit, in order: `4e2d` and a tab, then `term,first,last,text,...` with
    the first document, the last one and the text in titles, the same in bodies, joined by `;`.
    """

    start: int
    lines: Iterable[str]


class Run:
    """The postings of one term in one field, growing; documents ascend."""

    __slots__ = ("first", "last", "parts")

    def __init__(self, first: int, last: int, text: str) -> None:
        self.first, self.last, self.parts = first, last, [text]


def join_parts(parts: Iterable[Part]) -> Iterator[str]:
    """Yield the lines of a batch; parts ascend."""
    titles: dict[str, Run] = {}
    bodies: dict[str, Run] = {}
    for part in parts:
        join(titles, part.start, part.title)
        join(bodies, part.start, part.body)
    unit, group = "", list[str]()
    for term in sorted(titles.keys() | bodies.keys(), key=units_of):
        first = units_of(term[0])[0]
        if first != unit:
            if group:
                yield line_of(unit, group)
            unit, group = first, []
        group.append(f"{term},{field_of(titles.get(term))},{field_of(bodies.get(term))}")
    if group:
        yield line_of(unit, group)


def join(runs: dict[str, Run], start: int, postings: Postings) -> None:
    """Add the postings of documents that come after all before."""
    for term, first, last, text in zip(*postings, strict=True):
        run = runs.get(term)
        if run is None:
            runs[term] = Run(start + first, start + last, text)
        else:
            run.parts.append(encode(start + first - run.last))
            run.parts.append(text)
            run.last = start + last


def line_of(unit: str, group: list[str]) -> str:
    return f"{ord(unit):04x}\t{ENTRY.join(group)}\n"


def field_of(run: Run | None) -> str:
    """Return the postings of one field as a line holds them."""
    return f"{run.first},{run.last},{''.join(run.parts)}" if run else ",,"


def stream_entries(batches: Iterable[Batch]) -> Iterator[Entry]:
    """Yield the entries of batches joined, sorted by units; batches ascend."""
    groups: list[tuple[str, int, int, str, Iterator[str]]] = []
    for place, batch in enumerate(batches):
        push(groups, place, batch.start, iter(batch.lines))
    while groups:
        unit = groups[0][0]
        same: list[tuple[int, str]] = []
        while groups and groups[0][0] == unit:
            _, place, start, text, lines = heapq.heappop(groups)
            same.append((start, text))
            push(groups, place, start, lines)
        yield from entries_of(same)


def push(
    groups: list[tuple[str, int, int, str, Iterator[str]]],
    place: int,
    start: int,
    lines: Iterator[str],
) -> None:
    """Add the next group of a batch to those waiting, if there is one."""
    line = next(lines, None)
    if line is not None:
        unit, _, text = line.rstrip("\n").partition("\t")
        heapq.heappush(groups, (unit, place, start, text, lines))


def entries_of(groups: Iterable[tuple[int, str]]) -> Iterator[Entry]:
    """Yield the entries of groups of one first unit, each with the start of its batch."""
    titles: dict[str, Run] = {}
    bodies: dict[str, Run] = {}
    for start, text in groups:
        for item in text.split(ENTRY):
            term, first, last, title, first_body, last_body, body = item.split(FIELD)
            if first:
                add(titles, term, start + int(first), start + int(last), title)
            if first_body:
                add(bodies, term, start + int(first_body), start + int(last_body), body)
    for term in sorted(titles.keys() | bodies.keys(), key=units_of):
        yield Entry(term, text_of(titles.get(term)), text_of(bodies.get(term)))


def add(runs: dict[str, Run], term: str, first: int, last: int, text: str) -> None:
    """Add the postings of one term to those of documents before."""
    run = runs.get(term)
    if run is None:
        runs[term] = Run(first, last, text)
    else:
        run.parts += encode(first - run.last), text
        run.last = last


def text_of(run: Run | None) -> str:
    """Return the postings of a field as a leaf holds them: from document 0 on."""
    return encode(run.first) + "".join(run.parts) if run else ""
