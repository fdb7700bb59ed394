"""Which sites are in a share of a build: a run of the register with its share of the files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from disclosure.division import Division
from disclosure.kept.place import OddFileError, list_place


class Shard(Struct, frozen=True):
    """One share of `count`, numbered from 1."""

    number: int
    count: int

    def __str__(self) -> str:
        return f"{self.number}/{self.count}"

    def of(self, divisions: Sequence[Division], root: Path) -> tuple[Division, ...]:
        """Return the divisions of this share, neighbours together; it may have none.

        Each is in the share in which the middle of its files falls, when all of them are laid out
        in the order of the divisions: every machine finds the same.
        """
        weights = [weight_of(root, division) for division in divisions]
        shares = numbers(weights, self.count)
        return tuple(
            division
            for division, number in zip(divisions, shares, strict=True)
            if number == self.number
        )


def numbers(weights: Sequence[int], count: int) -> Iterator[int]:
    """Yield the number of the share for each of some weights, none of them nothing."""
    total, before = sum(weights), 0
    for weight in weights:
        yield 1 + (2 * before + weight) * count // (2 * total)
        before += weight


def weight_of(root: Path, division: Division) -> int:
    """Return how much work a site is: its files, and the pages that every site has."""
    try:
        return 1 + len(list_place(str(root / division.folder)).files)
    except (OSError, OddFileError):  # its build will say so
        return 1
