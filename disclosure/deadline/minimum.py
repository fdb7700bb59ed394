"""How long a publication must stay public at least (最短公开时间): by its category, by village law.

村民委员会组织法 art. 35 and 居民委员会组织法 art. 34 (both in force 2026-01-01) ask fifteen days of
what a committee discloses; what a township, a party body or a draft board posts keeps its own, and
so does what a committee only passes on (a power cut).
"""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from disclosure.catalogue import Basis, Category
from disclosure.deadline.context import Context
from disclosure.deadline.limit import Reckoning, count_on, last_day
from disclosure.deadline.words import day_zh, length_en, length_zh
from disclosure.division import Level, PublisherKind, level_of
from disclosure.problem import Severity

FIGURE = "village-notice-minimum"
BOUND = frozenset({PublisherKind.COMMITTEE, PublisherKind.COLLECTIVE})


class Minimum(Struct, frozen=True):
    """A length something must stay public; `severity` is what falling short of it may be called."""

    days: int
    basis: Basis
    source_zh: str
    source_en: str
    severity: Severity

    def is_met(self, start: date, end: date, context: Context) -> bool:
        """Tell whether what is public from `start` to `end` is so for long enough.

        An end that cannot be computed lies no earlier than the calendar alone gives.
        """
        due = last_day(start, self.days, self.basis, context.workdays)
        return end >= (due or start + timedelta(days=self.days))

    def end(self, start: date, context: Context) -> Reckoning:
        """Return the last day it must still be public when it begins on `start`."""
        return count_on(
            start,
            self.days,
            self.basis,
            context.workdays,
            f"自{day_zh(start)}起至少{length_zh(self.days, self.basis)}，依{self.source_zh}",
            f"at least {length_en(self.days, self.basis)} from {start}, {self.source_en}",
        )


def minimums(
    category: Category, publisher: str, division: str, day: date, context: Context
) -> tuple[Minimum, ...]:
    """Return every minimum that binds what a publisher puts up in a division on `day`."""
    found = []
    if category.min_public_days:
        found.append(
            Minimum(
                category.min_public_days,
                category.min_public_basis or Basis.CALENDAR,
                f"类目 {category.code}",
                f"category {category.code}",
                category.severity,
            )
        )
    if not category.is_passed_on and is_bound(publisher, division, context):
        figure = context.catalogue.figure(FIGURE)
        if figure.is_in_force(day):
            found.append(
                Minimum(
                    figure.number,
                    Basis.CALENDAR,
                    figure.source,
                    "villagers' and residents' committee laws",
                    figure.severity,
                )
            )
    return tuple(found)


def is_bound(publisher: str, division: str, context: Context) -> bool:
    """Tell whether village law's fifteen days bind a publisher there."""
    if level_of(division) is not Level.VILLAGE:
        return False
    body = context.publishers.find(publisher, division)
    return body is not None and body.kind in BOUND and body.division == division
