"""The sums of a gathered table by period, and the amounts that lie far from the others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction

from msgspec import Struct

from disclosure.catalogue import Catalogue, Column
from disclosure.opendata.outliers import Fences, fences_of
from disclosure.period import parse_period
from disclosure.sites.pages.gathered.table import Amounts, GatheredTable, VillageRow

MINIMUM, DISTANCE = "outlier-minimum", "outlier-distance"


class PeriodSum(Struct, frozen=True):
    """What the villages come to in one period; None where one of them left the cell blank."""

    period: str
    villages: int
    sums: Amounts


class Measure(Struct, frozen=True):
    """How outliers are found, as the catalogue has it."""

    minimum: int
    distance: Fraction


class Outlier(Struct, frozen=True):
    """An amount far from those of the other villages in the same period."""

    row: VillageRow
    column: Column
    amount: Decimal
    fences: Fences
    villages: int

    @property
    def excess(self) -> Decimal:
        """How far it lies outside, in widths of what lies inside."""
        low, high = self.fences
        return max(low - self.amount, self.amount - high) / (high - low)


class Summary(Struct, frozen=True):
    """A gathered table with its sums and outliers, by period, the newest first.

    `outliers` has every period with enough villages, also one without any; there are none at all
    where the standard does not say how to find them.
    """

    table: GatheredTable
    sums: tuple[PeriodSum, ...]
    measure: Measure | None
    outliers: dict[str, tuple[Outlier, ...]]


def summary_of(table: GatheredTable, catalogue: Catalogue) -> Summary:
    """Return what a gathered table comes to: worked out once for its page and its files."""
    measure = measure_of(catalogue)
    outliers = outliers_of(table, measure) if measure else {}
    return Summary(table, sums_of(table), measure, outliers)


def measure_of(catalogue: Catalogue) -> Measure | None:
    """Return how outliers are found; None where the standard does not say."""
    minimum, distance = catalogue.figures.get(MINIMUM), catalogue.figures.get(DISTANCE)
    return Measure(minimum.number, Fraction(distance.value)) if minimum and distance else None


def rows_by_period(table: GatheredTable) -> dict[str, list[VillageRow]]:
    """Return the rows of each period, the newest first."""
    found: dict[str, list[VillageRow]] = {}
    for row in table.rows:
        found.setdefault(row.period, []).append(row)
    return dict(sorted(found.items(), key=lambda item: period_order(item[0]), reverse=True))


def period_order(text: str) -> tuple[date, int, str]:
    """Return what sorts periods by their last day, of those that end together the longer last."""
    period = parse_period(text)
    if period is None:
        return date.min, 0, text
    return period.last, (period.last - period.first).days, text


def sums_of(table: GatheredTable) -> tuple[PeriodSum, ...]:
    """Return the sums of each period, the newest first."""
    return tuple(
        PeriodSum(period, len(rows), tuple(map(total, zip(*amounts_of(rows), strict=True))))
        for period, rows in rows_by_period(table).items()
    )


def amounts_of(rows: list[VillageRow]) -> list[Amounts]:
    """Return the amounts of some rows."""
    return [row.amounts for row in rows]


def total(amounts: Amounts) -> Decimal | None:
    """Return the sum of a column; with a blank there is none: blank is not 0."""
    given = [amount for amount in amounts if amount is not None]
    return sum(given, Decimal()) if len(given) == len(amounts) else None


def outliers_of(table: GatheredTable, measure: Measure) -> dict[str, tuple[Outlier, ...]]:
    """Return the outliers of each period with enough villages, those farthest off first."""
    return {
        period: tuple(sorted(outliers_in(rows, table, measure), key=order))
        for period, rows in rows_by_period(table).items()
        if len(rows) >= measure.minimum
    }


def order(outlier: Outlier) -> tuple[Decimal, str, str]:
    """Return what sorts the farthest first, ties by village and column."""
    return -outlier.excess, outlier.row.village.division.code, outlier.column.name


def outliers_in(
    rows: list[VillageRow], table: GatheredTable, measure: Measure
) -> Iterator[Outlier]:
    """Yield the outliers of one period, column by column."""
    all_amounts = amounts_of(rows)
    for place, column in enumerate(table.columns):
        points = [
            (row, amount)
            for row, amounts in zip(rows, all_amounts, strict=True)
            if (amount := amounts[place]) is not None
        ]
        given = [amount for _, amount in points]
        fences = fences_of(given, measure.minimum, measure.distance)
        if fences is None:
            continue
        for row, amount in points:
            if not fences.low <= amount <= fences.high:
                yield Outlier(row, column, amount, fences, len(given))
