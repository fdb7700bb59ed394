"""tender-village-ballot: a contractor chosen by the village itself, and no ballot named. Design."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, text

CODE = Code(
    "tender-village-ballot",
    zh="{project} 的采购方式是“村级民主议定”，没有填写{title}",
    en="{project} was decided by the village, and no ballot is named",
    hint_zh="请在表决编号（ballot_id）一列填写议定承办方的表决",
    hint_en="give the ballot that decided on it in ballot_id",
)
BY_VILLAGE = "村级民主议定"


@sheet_rule(CODE, "project_tender")
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every such project without a ballot."""
    for row in sheet.rows:
        if text(row, "method") == BY_VILLAGE and not text(row, "ballot_id"):
            yield sheet.problem(CODE, row, "ballot_id", "", project=row.cells["project_name"])
