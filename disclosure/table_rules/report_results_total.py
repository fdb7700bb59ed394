"""report-results-total: the results of a column do not add up (rule A2 of the form).

For every column of table 2, row 3.7 is the sum of the rows 3.1 to 3.6.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem
from disclosure.table_rules.annual_reports import (
    HANDLED,
    KINDS,
    T2,
    TABLE,
    TOTAL,
    reports_of,
)
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, amount

CODE = Code(
    "report-results-total",
    zh="{report}表二“{kind}”栏：办理结果总计是 {value}，各项办理结果之和{expected}",
    en="{report}, table 2, {kind_en}: the results are {value}, their rows give {expected_en}",
    hint_zh="请逐项核对予以公开至其他处理的各行；部分公开的只计一次",
    hint_en="check the rows 3.1 to 3.6; what is opened in part counts once",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every column whose total of results is not that of its rows."""
    for report in reports_of(sheet, known.catalogue):
        leaves = report.leaves()
        for kind in (*KINDS, TOTAL):
            row = report.row(T2, HANDLED, kind)
            total = amount(row, "value") if row else None
            found = report.sum_of((T2, leaf, kind) for leaf in leaves)
            if row and total is not None and found and found.rules_out(total):
                yield report.problem(
                    CODE,
                    row,
                    kind=report.column(kind),
                    kind_en=kind,
                    expected=found.zh,
                    expected_en=found.en,
                )
