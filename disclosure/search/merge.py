"""Joins the postings of counties into those of a city.

A batch of divisions is cut in memory and kept as sorted groups, one for each character a term
begins with; the groups of an index then come from all its batches at once, one after the other. So
an index of any size is put together with the memory of a batch.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from disclosure.search.postings import Run, Runs
from disclosure.search.units import units_of
from disclosure.search.vlq import ENCODED

ENTRY, FIELD = ";", ","
TWO_UNITS = re.compile("[\U00010000-\U0010ffff]")


class Fields(NamedTuple):
    """The postings of the titles and of the bodies of some documents."""

    titles: Runs
    bodies: Runs


class Batch(NamedTuple):
    """The postings of some divisions and the number of their first slot.

    A line for each first character, in order: itself and a tab, then `term,first,last,text,...`
    with the first document, the last one and the text in titles, the same in bodies, joined by `;`.
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


def write_batch(fields: Fields) -> Iterator[str]:
    """Yield the lines of a batch."""
    titles, bodies = fields
    for character, terms in groupby(ordered(titles.keys() | bodies.keys()), itemgetter(0)):
        group = [f"{term},{kept(titles.get(term))},{kept(bodies.get(term))}" for term in terms]
        yield f"{character}\t{ENTRY.join(group)}\n"


def ordered(terms: Iterable[str]) -> list[str]:
    """Return terms sorted by units; characters have the same order where each is one unit."""
    found = sorted(terms)
    return sorted(found, key=units_of) if TWO_UNITS.search("".join(found)) else found


def kept(run: Run | None) -> str:
    """Return the postings of one field as a batch keeps them."""
    return f"{run.first},{run.last},{run.text.decode()}" if run else ",,"


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
            same.append((start, text.partition("\t")[2]))
            push(waiting, place, start, lines)
        yield alone(text[0], *same[0]) if len(same) == 1 else together(text[0], same)


def push(waiting: list[Waiting], place: int, start: int, lines: Iterator[str]) -> None:
    """Add the next group of a batch to those waiting, if there is one."""
    line = next(lines, None)
    if line is not None:
        heapq.heappush(waiting, (units_of(line[0]), place, start, line[:-1], lines))


def alone(character: str, start: int, text: str) -> Group:
    """Return the group of one batch: only the first numbers of its terms depend on the others."""
    items = [item.split(FIELD) for item in text.split(ENTRY)]
    lines = [
        f"{term},{ENCODED[start + int(first)] + title if first else ''},"
        f"{ENCODED[start + int(first_body)] + body if first_body else ''}"
        for term, first, _, title, first_body, _, body in items
    ]
    return Group(character, [item[0] for item in items], lines)


def together(character: str, groups: Iterable[tuple[int, str]]) -> Group:
    """Return the group of several batches, each text with the start of its batch."""
    titles: Joined = {}
    bodies: Joined = {}
    for start, text in groups:
        for item in text.split(ENTRY):
            term, first, last, title, first_body, last_body, body = item.split(FIELD)
            if first:
                join(titles, term, start + int(first), start + int(last), title)
            if first_body:
                join(bodies, term, start + int(first_body), start + int(last_body), body)
    terms = ordered(titles.keys() | bodies.keys())
    none = (0, "")
    lines = [f"{term},{titles.get(term, none)[1]},{bodies.get(term, none)[1]}" for term in terms]
    return Group(character, terms, lines)


def join(joined: Joined, term: str, first: int, last: int, text: str) -> None:
    """Add the postings of one term behind those before."""
    end, before = joined.get(term, (0, ""))
    joined[term] = last, before + ENCODED[first - end] + text
