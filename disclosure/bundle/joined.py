"""The deltas of all archives of a part in one file: a request costs as much as a small delta.

A line says which delta leads from which old archive to which new one, by their places in the part,
and how long it is; then they follow each other. Each is held to its own archive, as others are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from disclosure.bundle.canonical import from_canonical, hash_of, is_size, to_canonical
from disclosure.bundle.refused import refusal

MOST = 1 << 20  # bytes of such a file: among larger deltas a request more is nothing
MOST_PLACES = 1 << 16


class Piece(NamedTuple):
    """A delta between the archives at two places of a part."""

    old: int
    new: int
    delta: bytes


def state_of(tars: Iterable[str]) -> str:
    """Return what stands for all archives of a part, in their order; it names the file's ends."""
    return hash_of("".join(tars).encode())


def write_joined(pieces: Iterable[Piece]) -> bytes:
    """Return the file of some deltas."""
    some = tuple(pieces)
    listed = [[piece.old, piece.new, len(piece.delta)] for piece in some]
    return b"".join((to_canonical(listed), *(piece.delta for piece in some)))


def read_joined(data: bytes, name: str) -> Iterator[Piece]:
    """Yield the deltas of a file; refuse one that is not in its form."""
    line, feed, rest = data.partition(b"\n")
    listed = from_canonical(line + feed, name)
    sizes = [one[2] for one in listed] if is_list(listed) else [-1]
    if sum(sizes) != len(rest):
        raise refusal(name, "差量写法有误", "the deltas are not in their form")
    ends = accumulate(sizes)
    for (old, new, size), end in zip(listed, ends, strict=True):
        yield Piece(old, new, rest[end - size : end])


def is_list(listed: object) -> bool:
    """Tell whether a line that was read says of each delta what it is to say."""
    return isinstance(listed, list) and all(
        isinstance(one, list)
        and len(one) == 3
        and all(map(is_size, one, (MOST_PLACES, MOST_PLACES, MOST)))
        for one in listed
    )
