"""How the divisions below a division disclose, as a table with one worked example."""

from __future__ import annotations

from msgspec import Struct

from disclosure.coverage import Tally
from disclosure.deadline import State
from disclosure.division import Division
from disclosure.sites.site import Site


class CoverageRow(Struct, frozen=True):
    """A division with all below it; `published` counts what came late too, `percent` "" = none."""

    division: Division | None
    name: str
    divisions: int
    duties: int
    published: int
    nil: int
    overdue: int
    percent: str
    permille: int


class CoverageView(Struct, frozen=True):
    """The children of a division, those that cover least first; `total` with the division itself.

    `example` works the formula once, for the first row.
    """

    rows: tuple[CoverageRow, ...]
    total: CoverageRow
    example: str


def view_coverage(site: Site) -> CoverageView:
    """Return the coverage of everything below a site's division."""
    around = site.around
    rows = sorted(
        (count(child.division.name, child.whole, child.division) for child in around.children),
        key=lambda row: (row.permille, row.division.code if row.division else ""),
    )
    total = count("合计（含本级）", around.total, None)
    judged = [row for row in rows if row.percent]
    return CoverageView(tuple(rows), total, worked(judged[0]) if judged else "")


def count(name: str, tally: Tally, division: Division | None) -> CoverageRow:
    """Return a tally as a row; what has nothing due sorts last."""
    return CoverageRow(
        division,
        name,
        tally.divisions,
        tally.duties,
        tally.count(State.PUBLISHED, State.PUBLISHED_LATE),
        tally.count(State.NIL),
        tally.overdue,
        tally.percent,
        tally.permille if tally.permille is not None else 1001,
    )


def worked(row: CoverageRow) -> str:
    """Return the formula worked for a row."""
    covered = row.published + row.nil
    return f"{row.name} {covered} ÷（{covered} + {row.overdue}）= {row.percent}"
