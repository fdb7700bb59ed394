"""Which documents stand in which part of an index: what was published long ago, this week, today.

A day's additions change no file of the others: `base` is what was published before the Monday of
the week, `week` what came from then until the day before, `day` what is dated as of the day itself
or later. It follows from the texts and the day alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from msgspec import Struct

from disclosure.search.document import Document

BASE, WEEK = "base", "week"


class Parts(Struct, frozen=True):
    """The documents of a site by segment, each part oldest first."""

    base: tuple[Document, ...]
    week: tuple[Document, ...]
    day: tuple[Document, ...]

    def of(self, segment: str) -> tuple[Document, ...]:
        """Return the documents of the base or of the week."""
        return self.week if segment == WEEK else self.base


def monday_of(day: date) -> date:
    """Return the first day of a week."""
    return day - timedelta(days=day.weekday())


def split_documents(documents: Sequence[Document], as_of: date) -> Parts:
    """Return the segments of a site's documents, oldest first.

    A part ends with its last document that can be found, so a withdrawn one, whose day is not
    known any more, stands with those after it: in the base it keeps its slot for ever.
    """
    cut, today = monday_of(as_of).isoformat(), as_of.isoformat()
    base = end_before(documents, cut)
    week = max(base, end_before(documents, today))
    day = tuple(document for document in documents[week:] if not document.withdrawn)
    return Parts(tuple(documents[:base]), tuple(documents[base:week]), day)


def end_before(documents: Sequence[Document], day: str) -> int:
    """Return the number of documents up to the last one that was published before a day."""
    return max(
        (
            place
            for place, document in enumerate(documents, 1)
            if not document.withdrawn and document.date < day
        ),
        default=0,
    )
