"""Stock phrases: parts of so many bodies that pairs of their characters hardly tell texts apart.

Where every third text says that something was posted on the board, its pairs stand in all of them,
and the places of each pair are most of what a query loads. So parts of three and four characters
that are as frequent, and years, are terms of their own: a query finds them with one look, or is
covered by fewer and rarer terms. They are counted in a sample; none of them is ever suggested.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TypeVar

from msgspec.json import Decoder

from disclosure.search.piece import Piece, read_texts
from disclosure.search.segments import BASE
from disclosure.search.shares import FORM
from disclosure.search.state import State, digest_of
from disclosure.search.tokens import RUNS

NAME = "stock"
LENGTHS = (3, 4)  # characters
YEAR = re.compile("[12][0-9]{3}年")
ONE_IN = 8  # bodies have it
LEAST = 7_000  # documents: what fewer of them have is no larger than a leaf
DIVISIONS, BODIES = 60, 600  # of a sample
Item = TypeVar("Item")
COUNTED = Decoder(tuple[int, dict[str, int]])


def read_stock(scope: str, pieces: Sequence[Piece], state: State) -> list[str]:
    """Return the stock phrases of the base of a scope, sorted by code points."""
    documents = sum(piece.shares[BASE].live for piece in pieces)
    if documents < LEAST:
        return []
    some = thinned([piece for piece in pieces if piece.shares[BASE].live], DIVISIONS)
    place = f"scopes/{scope}/{NAME}"
    key = digest_of([FORM, [piece.shares[BASE].key for piece in some]])
    counted = state.read(place, key, COUNTED)
    if counted is None:
        counted = count_sample(some, state)
        state.write(place, key, counted)
    bodies, found = counted
    return sorted(part for part, times in found.items() if times * documents >= LEAST * bodies)


def count_sample(pieces: Sequence[Piece], state: State) -> tuple[int, dict[str, int]]:
    """Return how many bodies of some divisions were looked at, and how many have each part.

    Only of the frequent parts.
    """
    each = -(-BODIES // len(pieces))
    bodies = list(
        chain.from_iterable(thinned(read_texts(piece, BASE, state)[1], each) for piece in pieces)
    )
    return len(bodies), frequent_parts(bodies)


def frequent_parts(bodies: Sequence[str]) -> dict[str, int]:
    """Return the parts that are frequent in some normal bodies, with how many of them have it."""
    found = Counter(chain.from_iterable(map(parts_in, bodies)))
    return {part: times for part, times in found.items() if times * ONE_IN >= len(bodies)}


def parts_in(body: str) -> Iterable[str]:
    """Return the parts of a body, each once."""
    return set(YEAR.findall(body)) | {
        run[place : place + length]
        for run, _ in RUNS.findall(body)
        for length in LENGTHS
        for place in range(len(run) - length + 1)
    }


def thinned(items: Sequence[Item], most: int) -> Sequence[Item]:
    """Return at most so many of some items, evenly spread."""
    return items[:: max(1, -(-len(items) // most))]
