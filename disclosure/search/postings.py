"""Postings: for each term the documents that have it, how often, and at which characters.

As text: for each document the gap to the one before, the number of places, the first place and
then the gap from each to the next. The first gap depends on where the documents stand in an index,
so it is kept apart: postings of neighbouring sites are joined without reading them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import pairwise

from disclosure.search.places import Places
from disclosure.search.vlq import ENCODED_BYTES, KNOWN


class OnceAt(dict[int, bytes]):
    """The text of a term that stands in a document once, by its place."""

    def __missing__(self, place: int) -> bytes:
        return ENCODED_BYTES[1] + ENCODED_BYTES[place]


ONCE_AT = OnceAt()
ONCE_AT.update((place, ONCE_AT[place]) for place in range(KNOWN))


class Run:
    """The postings of one term in one field, growing: the first document, the last, the text.

    The text is without the gap of the first document.
    """

    __slots__ = ("first", "last", "text")

    def __init__(self, first: int, text: bytes) -> None:
        self.first = self.last = first
        self.text = bytearray(text)


Runs = dict[str, Run]  # by term


def add_document(runs: Runs, number: int, found: Iterable[tuple[str, bytes]]) -> None:
    """Add a document behind all before: each of its terms with the times and the places there."""
    for term, text in found:
        run = runs.get(term)
        if run is None:
            runs[term] = Run(number, text)
        else:
            run.text += ENCODED_BYTES[number - run.last]
            run.text += text
            run.last = number


def write_places(places: Places) -> Iterable[tuple[str, bytes]]:
    """Return the terms of a document, each with how often it is there and where, as text."""
    texts = {term: ONCE_AT[place] for term, place in places.first.items()}
    for term, where in places.more.items():
        gaps = [last - place for place, last in pairwise(where)]
        numbers = (len(where), where[0], *gaps)
        texts[term] = b"".join([ENCODED_BYTES[number] for number in numbers])
    return texts.items()


def write_times(times: Mapping[str, int]) -> Iterable[tuple[str, bytes]]:
    """Return the terms of a document, each with how often it is there."""
    return [(term, ENCODED_BYTES[often]) for term, often in times.items()]
