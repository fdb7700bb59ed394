"""What a correction changed, piece by piece: a named value, or a line of the text."""

from __future__ import annotations

import re
from enum import Enum

from msgspec import Struct

LONGEST = 600  # characters of one text; a page tells what changed, it is no archive
# Signs that a browser does not show or that turn the direction of writing.
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
BLANKS = re.compile(r"[ \t\n]+")


class Way(Enum):
    """What became of a thing; REPLACED = another file in its place, which is not compared."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"
    REPLACED = "replaced"


class Spot(Struct, frozen=True):
    """Where in a table something changed: a cell, a row (`column` is "") or a column (no rows).

    Rows are numbered as a spreadsheet does, before and after, 0 where there was none. `key` are the
    columns that tell the row apart, `cells` all of a row put in, with their words.
    """

    table: str
    column: str = ""
    row_before: int = 0
    row_after: int = 0
    key: tuple[tuple[str, str], ...] = ()
    cells: tuple[tuple[str, str], ...] = ()

    @property
    def is_cell(self) -> bool:
        return bool(self.column and (self.row_before or self.row_after))


class Change(Struct, frozen=True):
    """A thing with its name, and what it was before and after; "" where that is not told.

    `spot` says to programs where in a table it stands.
    """

    way: Way
    label: str
    before: str = ""
    after: str = ""
    spot: Spot | None = None

    @property
    def is_cell(self) -> bool:
        return self.spot is not None and self.spot.is_cell

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that is told of it."""
        named = (*self.spot.key, *self.spot.cells) if self.spot else ()
        return (self.label, self.before, self.after, *(words for _, words in named))


class Sign(Enum):
    """What a line of the text is: as it was, taken out, put in, or some lines left out."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    GAP = "gap"


class Line(Struct, frozen=True):
    """A line of the text; `middle` is the part in which a changed line differs from the other."""

    sign: Sign
    start: str
    middle: str = ""
    end: str = ""

    @property
    def text(self) -> str:
        return self.start + self.middle + self.end


def change_of(label: str, before: str, after: str, spot: Spot | None = None) -> Change | None:
    """Return how a value changed, None where it did not."""
    before, after = tidy(before), tidy(after)
    if before == after:
        return None
    way = Way.CHANGED if before and after else Way.REMOVED if before else Way.ADDED
    return Change(way, tidy(label), before, after, spot)


def sentence(change: Change, reason: str) -> str:
    """Return a change in a sentence with its reason, for those who have no page to read it on."""
    label, before, after = change.label, change.before, change.after
    match change.way:
        case Way.CHANGED if change.is_cell:
            told = f"{label} {before} → {after}"
        case Way.CHANGED:
            told = f"{label}：由{before}改为{after}"
        case Way.ADDED:
            told = f"新增{label}" + (f"：{after}" if after else "")
        case Way.REMOVED:
            told = f"删去{label}" + (f"：{before}" if before else "")
        case Way.REPLACED:
            told = f"{label}：文件已更换"
    return f"{told}（更正：{reason}）"


def tidy(text: str) -> str:
    """Return a text on one line without signs that nobody sees."""
    return BLANKS.sub(" ", UNSEEN.sub("", text)).strip()


def cut(text: str) -> str:
    """Return a text, the end of a long one left out."""
    return text if len(text) <= LONGEST else text[:LONGEST] + "……"
