"""The matrix of a division as open data: `api/v1/matrix.json`."""

from __future__ import annotations

from disclosure.sites.pages.interface import write_json
from disclosure.sites.pages.matrix_view import Line, MatrixView
from disclosure.sites.site import Site

FORMULA = "(published + published_late + nil) / (published + published_late + nil + overdue)"


def write_matrix(view: MatrixView, site: Site) -> str:
    """Return the matrix as JSON; days are ISO, null where there is none.

    `coverage` is in thousandths, null where nothing has been due yet.
    """
    return write_json(
        {
            "division": site.division.code,
            "name": site.division.name,
            "as_of": site.as_of.isoformat(),
            "coverage_permille": view.tally.permille,
            "formula": FORMULA,
            "note": "The 169 categories are a reconstruction, not an official catalogue.",
            "counts": {state.value: number for state, number in view.tally.counts},
            "categories": [to_json(line, group) for group, line in view.lines],
        }
    )


def to_json(line: Line, group: str) -> dict[str, object]:
    """Return one category."""
    return {
        "category": line.code,
        "name": line.name,
        "group": group,
        "state": line.value,
        "rule_zh": line.rule,
        "basis": list(line.basis),
        "due": line.due or None,
        "next_due": line.following or None,
        "newest": line.newest or None,
        "missing": list(line.missing),
        "reckoning_zh": list(line.reckoned),
    }
