"""report-label-reworded: a label of the form is printed in other words (Q1).

Numbers in front, remarks in brackets and the shape of signs make no difference.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.annual_reports import TABLE, reports_of
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, text

CODE = Code(
    "report-label-reworded",
    zh="{report}行名称写作“{value}”，格式规定的是“{expected}”",
    en="{report}, row {row_code}: the label reads {value!r}, by the form it is {expected!r}",
    hint_zh="请改回格式规定的名称",
    hint_en="use the label of the form",
    severity=Severity.WARNING,
)
ORDINAL = re.compile(r"^(\([一二三四五六七八]\)|[一二三四五六七八]、|[0-9]+[.、])")
REMARK = re.compile(r"\([^()]*\)")
SIGNS = re.compile(r"[\s\"'“”‘’:、,.。]+")


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield the first line of every row whose label is another."""
    for report in reports_of(sheet, known.catalogue):
        told: set[tuple[str, str]] = set()
        for (part, code, _), row in report.cells.items():
            form, label = report.form.rows.get((part, code)), text(row, "row_label")
            if form is None or not label or (part, code) in told:
                continue
            if bare(label) != bare(form.label):
                told.add((part, code))
                yield report.problem(CODE, row, "row_label", row_code=code, expected=form.label)


def bare(label: str) -> str:
    """Return a label without its number, its remarks and its signs."""
    folded = ORDINAL.sub("", unicodedata.normalize("NFKC", label).strip())
    return SIGNS.sub("", REMARK.sub("", folded))
