"""Standing columns along time: what came in stands above the line, what went out hangs below it.

Above and below, filled and hollow: neither colour nor a legend is needed to tell them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from msgspec import Struct

from disclosure.charts.scale import length, short_zh, top_of

HEIGHT = 1000  # of the drawing, in units of its own
SLOT = 100  # width of what one column may take
LEFT = 2  # slots left for the figures of the axis
BAR = 60  # width of a column within its slot
STROKE = 4  # kept free around a hollow column


class Columns(Struct, frozen=True):
    """One place on the axis: its word, what came in and what went out."""

    word: str
    inflow: Decimal
    outflow: Decimal


class Rect(Struct, frozen=True):
    """A rectangle in units of the drawing."""

    x: int
    y: int
    width: int
    height: int


class Tick(Struct, frozen=True):
    """A word beside the drawing; `at` is its place in percent, `is_even` that every other one is.

    On the narrowest screens every other word needs a line of its own.
    """

    word: str
    at: str
    is_even: bool = False


class ColumnChart(Struct, frozen=True):
    """A drawing of `width` by HEIGHT; `lines` are the heights of its level lines, the axis apart.

    `sentence` tells what a reader should see in it.
    """

    title: str
    sentence: str
    width: int
    axis: int
    lines: tuple[int, ...]
    inflows: tuple[Rect, ...]
    outflows: tuple[Rect, ...]
    words: tuple[Tick, ...]
    figures: tuple[Tick, ...]
    height: int = HEIGHT
    left: int = LEFT * SLOT
    kind: str = "columns"


def column_chart(title: str, sentence: str, columns: Sequence[Columns]) -> ColumnChart | None:
    """Return the drawing of some columns; None where all are nothing."""
    above = top_of(column.inflow for column in columns)
    below = top_of(column.outflow for column in columns)
    if not above + below:
        return None
    axis = length(above, above + below, HEIGHT)
    width = (LEFT + len(columns)) * SLOT
    places = [(LEFT + number) * SLOT + (SLOT - BAR) // 2 for number, _ in enumerate(columns)]
    ups = [length(column.inflow, above + below, HEIGHT) for column in columns]
    downs = [length(column.outflow, above + below, HEIGHT) for column in columns]
    return ColumnChart(
        title=title,
        sentence=sentence,
        width=width,
        axis=axis,
        lines=tuple(place for place, top in ((0, above), (HEIGHT, below)) if top),
        inflows=tuple(Rect(x, axis - up, BAR, up) for x, up in zip(places, ups, strict=True) if up),
        outflows=tuple(
            Rect(x + STROKE, axis + STROKE, BAR - 2 * STROKE, max(down - STROKE, 1))
            for x, down in zip(places, downs, strict=True)
            if down
        ),
        words=tuple(
            Tick(column.word, percent(x + BAR // 2, width), number % 2 == 1)
            for number, (x, column) in enumerate(zip(places, columns, strict=True))
        ),
        figures=tuple(
            Tick(word, percent(place, HEIGHT))
            for word, place, top in (
                (short_zh(above), 0, above),
                ("0", axis, Decimal(1)),
                (short_zh(below), HEIGHT, below),
            )
            if top
        ),
    )


def percent(part: int, whole: int) -> str:
    """Return a place in hundredths of a percent: 12.34%."""
    hundredths = part * 10_000 // whole
    return f"{hundredths // 100}.{hundredths % 100:02}%"
