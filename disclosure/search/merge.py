"""Joins the postings of counties into those of a city.

A batch of divisions is cut in memory and kept as sorted groups, one for each character a term
begins with; the groups of an index then come from all its batches at once, one after the other. So
an index of any size is put together with the memory of a batch.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from disclosure.search.postings import Run
from disclosure.search.units import units_of
from disclosure.search.vlq import encode

TERM, COLUMN = ",", "\t"
COLUMNS = 4  # of a field: terms, first documents, last documents, texts
TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")

Runs = Mapping[str, Run]  # by term


class Cut(NamedTuple):
    """The postings of the terms that begin with one character, in titles and in bodies."""

    character: str
    titles: Runs
    bodies: Runs


class Batch(NamedTuple):
    """The postings of some divisions and the number of their first slot.

    A line for each first character, in order: itself, then of titles and of bodies the terms, the
    first document of each, the last one and the text.
    """

    start: int
    lines: Iterable[str]


class Group(NamedTuple):
    """The terms that begin with one character, sorted by units, and the line of each.

    A line is `term,title postings,body postings`, numbered from document 0 of the index.
    """

    character: str
    terms: list[str]
    lines: list[str]


Joined = dict[str, tuple[int, str]]  # by term, the last document and the text from document 0 on
Waiting = tuple[str, int, int, str, Iterator[str]]  # units, place and start of a batch, its groups


def write_batch(cuts: Iterable[Cut]) -> Iterator[str]:
    """Yield the lines of a batch from its cuts, sorted by units."""
    for cut in cuts:
        if cut.titles or cut.bodies:
            columns = [cut.character, *columns_of(cut.titles), *columns_of(cut.bodies)]
            yield COLUMN.join(columns) + "\n"


def columns_of(runs: Runs) -> Iterator[str]:
    """Yield the postings of one field as a batch keeps them."""
    firsts, lasts, texts = zip(*runs.values(), strict=True) if runs else ((), (), ())
    for column in (runs, map(str, firsts), map(str, lasts), texts):
        yield TERM.join(column)


def ordered(terms: Iterable[str]) -> list[str]:
    """Return terms sorted by units; characters have the same order where each is one unit."""
    found = sorted(terms)
    return sorted(found, key=units_of) if TWO_UNITS.search("".join(found)) else found


def stream_groups(batches: Iterable[Batch]) -> Iterator[Group]:
    """Yield the groups of batches joined, sorted by units; batches ascend."""
    waiting: list[Waiting] = []
    for place, batch in enumerate(batches):
        push(waiting, place, batch.start, iter(batch.lines))
    while waiting:
        units = waiting[0][0]
        same: list[tuple[int, str]] = []
        while waiting and waiting[0][0] == units:
            _, place, start, text, lines = heapq.heappop(waiting)
            same.append((start, text))
            push(waiting, place, start, lines)
        yield together(same)


def push(waiting: list[Waiting], place: int, start: int, lines: Iterator[str]) -> None:
    """Add the next group of a batch to those waiting, if there is one."""
    line = next(lines, None)
    if line is not None:
        heapq.heappush(waiting, (units_of(line[0]), place, start, line[:-1], lines))


def together(batches: Iterable[tuple[int, str]]) -> Group:
    """Return the group of one or several batches, each line with the start of its batch."""
    character = ""
    titles: Joined = {}
    bodies: Joined = {}
    for start, line in batches:
        character, *columns = line.split(COLUMN)
        join(titles, start, columns[:COLUMNS])
        join(bodies, start, columns[COLUMNS:])
    terms = ordered(titles.keys() | bodies.keys())
    none = (0, "")
    lines = [f"{term},{titles.get(term, none)[1]},{bodies.get(term, none)[1]}" for term in terms]
    return Group(character, terms, lines)


def join(joined: Joined, start: int, columns: Sequence[str]) -> None:
    """Add the columns of one field behind those before."""
    terms, firsts, lasts, texts = (column.split(TERM) if column else () for column in columns)
    none = (0, "")
    for term, first, last, text in zip(
        terms, map(int, firsts), map(int, lasts), texts, strict=True
    ):
        end, before = joined.get(term, none)
        joined[term] = start + last, before + encode(start + first - end) + text
