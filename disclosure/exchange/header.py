"""Finds the header of a table among titles and merged cells: one row to three."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from disclosure.catalogue.headings import Heading, bracket, fold
from disclosure.exchange.plain import plain, squeezed
from disclosure.workbook import Area, Sheet

DEEPEST = 3  # rows of a header
LAST_TOP = 40  # row it begins in at the latest
WIDEST = 300  # columns looked at
LEAST = 3  # columns that must be known by their headings


class Header(Struct, frozen=True):
    """The rows of a header, and what stands below each column that it names."""

    top: int
    bottom: int
    headings: Mapping[int, Heading]
    texts: Mapping[int, str]  # of every column that has a heading, known or not

    def unit(self, column: int) -> str:
        """Return what a heading has in brackets: its unit."""
        return bracket(self.texts.get(column, ""))

    def rows_of(self, sheet: Sheet) -> list[list[str]]:
        """Return the words of each row of the header: printed pages repeat them."""
        rows = sheet.rows[self.top : self.bottom + 1]
        return [[squeezed(value) for value in row] for row in rows]


def find_header(sheet: Sheet, known: Mapping[str, Heading]) -> Header | None:
    """Return the header that names the most columns in the fewest rows, None where none does."""
    best: Header | None = None
    most = (LEAST, -DEEPEST)
    for header in candidates(sheet, known):
        rank = score(header), header.top - header.bottom
        if rank > most:
            best, most = header, rank
    return best


def candidates(sheet: Sheet, known: Mapping[str, Heading]) -> Iterator[Header]:
    """Yield what might be the header, from the top."""
    areas = [area for area in sheet.merged if area.top < LAST_TOP + DEEPEST]
    for top in range(min(LAST_TOP, len(sheet.rows))):
        for bottom in range(top, min(top + DEEPEST, len(sheet.rows))):
            headings, texts = {}, {}
            for column in range(min(sheet.width, WIDEST)):
                parts = parts_of(sheet, areas, top, bottom, column)
                if parts:
                    texts[column] = "".join(parts)
                    heading = match(parts, known)
                    if heading:
                        headings[column] = heading
            yield Header(top, bottom, headings, texts)


def score(header: Header) -> int:
    """Return how many columns a header names; one named twice counts against it."""
    counts = Counter(header.headings.values())
    return len(counts) - sum(count - 1 for count in counts.values())


def parts_of(sheet: Sheet, areas: Sequence[Area], top: int, bottom: int, column: int) -> list[str]:
    """Return the texts above a column, merged cells told once."""
    found: list[str] = []
    for row in range(top, bottom + 1):
        at = row, column
        for area in areas:
            if area.top <= row <= area.bottom and area.left <= column <= area.right:
                at = area.top, area.left
        text = plain(sheet.at(*at)) if at[0] >= top else ""
        if text.strip() and not (found and at[0] < row):
            found.append(text)
    return found


def match(parts: list[str], known: Mapping[str, Heading]) -> Heading | None:
    """Return what stands below a heading: by the whole of it, else its last line, else its first.

    A line below one that is known by itself may be a cell of the table; it must be known too.
    """
    for text in ("".join(parts), parts[-1], parts[0]):
        if found := known.get(fold(text)):
            return found
    return None
