"""What calamine does not tell of a workbook: hidden parts, formulas never computed, errors."""

from __future__ import annotations

from msgspec import Struct, field

from disclosure.workbook.grid import Place

MAX_CELLS = 4_000_000  # of the rectangle that holds every filled cell


class SheetFacts(Struct):
    """What one sheet holds beside its values; `last` is its outermost filled cell."""

    hidden_columns: set[int] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    uncomputed: set[Place] = field(default_factory=set)
    failed: set[Place] = field(default_factory=set)
    widths: dict[Place, int] = field(default_factory=dict)
    last: Place = (0, 0)

    def reach(self, row: int, column: int) -> None:
        """Note a filled cell."""
        self.last = max(self.last[0], row), max(self.last[1], column)

    @property
    def is_huge(self) -> bool:
        return (self.last[0] + 1) * (self.last[1] + 1) > MAX_CELLS


class BookFacts(Struct):
    """The facts of each sheet by its place in the workbook."""

    sheets: dict[int, SheetFacts] = field(default_factory=dict)
    counts_from_1904: bool = False

    def sheet(self, index: int) -> SheetFacts:
        """Return the facts of a sheet."""
        return self.sheets.setdefault(index, SheetFacts())
