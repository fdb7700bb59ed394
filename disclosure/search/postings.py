"""Postings: for each term the documents that have it, how often, and at which characters.

As text: for each document the gap to the one before, the number of places, the first place and
then the gap from each to the next. The first gap depends on where the documents stand in an index,
so it is kept apart: postings of neighbouring sites are joined without reading them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from disclosure.search.scroll import Scroll
from disclosure.search.vlq import ENCODED, short_texts

Texts = Mapping[int, str] | Sequence[str]  # of numbers


class Run(NamedTuple):
    """The postings of one term in one field: the first document, the last, the text.

    The text is without the gap of the first document.
    """

    first: int
    last: int
    text: str


def write_places(scroll: Scroll, places: Sequence[int]) -> Run:
    """Return the postings of a term with all its places in a scroll, ascending."""
    try:
        return write_run(scroll, places, short_texts())
    except IndexError:  # a text so long that a number in it is none of them
        return write_run(scroll, places, ENCODED)


def write_run(scroll: Scroll, places: Sequence[int], texts: Texts) -> Run:
    """Return the postings of a term; `texts` tells how its numbers are written."""
    numbers, starts = scroll.numbers, scroll.starts
    first = last = numbers[places[0]]
    if len(places) == 1:  # two of three terms
        return Run(first, last, texts[1] + texts[places[0] - starts[first]])
    text = where = ""
    times, before = 0, starts[first]
    for place in places:
        number = numbers[place]
        if number != last:
            text += f"{texts[times]}{where}{texts[number - last]}"
            last, times, where = number, 1, texts[place - starts[number]]
        else:
            times += 1
            where += texts[place - before]
        before = place
    return Run(first, last, f"{text}{texts[times]}{where}")
