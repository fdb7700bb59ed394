"""The sizes at which the tools are held side by side, all in the shape of a large city of 2012."""

from __future__ import annotations

from msgspec import Struct

from bench.generate import SHAPE_2012


class Size(Struct, frozen=True):
    """How many cities, counties, townships and villages, and how many entries for each."""

    name: str
    shape: tuple[int, int, int, int]
    entries: int

    @property
    def divisions(self) -> int:
        return sum(self.shape)

    @property
    def all_entries(self) -> int:
        return self.divisions * self.entries


SIZES = {
    size.name: size
    for size in (
        Size("small", (1, 2, 7, 40), 40),
        Size("medium", (1, 9, 40, 320), 54),
        Size("full", SHAPE_2012, 54),
    )
}
