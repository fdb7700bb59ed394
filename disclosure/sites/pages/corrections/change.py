"""What a correction changed, piece by piece: a named value, or a line of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

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


@dataclass(frozen=True, slots=True)
class Change:
    """A thing with its name, and what it was before and after; "" where that is not told."""

    way: Way
    label: str
    before: str = ""
    after: str = ""


class Sign(Enum):
    """What a line of the text is: as it was, taken out, put in, or some lines left out."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"
    GAP = "gap"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the text; `middle` is the part in which a changed line differs from the other."""

    sign: Sign
    start: str
    middle: str = ""
    end: str = ""

    @property
    def text(self) -> str:
        return self.start + self.middle + self.end


def change_of(label: str, before: str, after: str) -> Change | None:
    """Return how a value changed, None where it did not."""
    before, after = tidy(before), tidy(after)
    if before == after:
        return None
    way = Way.CHANGED if before and after else Way.REMOVED if before else Way.ADDED
    return Change(way, tidy(label), before, after)


def tidy(text: str) -> str:
    """Return a text on one line without signs that nobody sees."""
    return BLANKS.sub(" ", UNSEEN.sub("", text)).strip()


def cut(text: str) -> str:
    """Return a text, the end of a long one left out."""
    return text if len(text) <= LONGEST else text[:LONGEST] + "……"
