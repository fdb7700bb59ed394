"""fund-negative-list: a project of a kind the fund must not pay for, such as receptions.

The words are the figure `fund-negative-list`; the county's own list has not been read.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.funds import CANCELLED, PROJECTS
from disclosure.table_rules.sheet import Sheet, text

CODE = Code(
    "fund-negative-list",
    zh="{title}“{value}”属于专项资金不得列支的事项：{word}",
    en="{value!r} is something the fund must not pay for",
    hint_zh="请核对项目类别和名称；确属不得列支的，应取消并退回已用资金",
    hint_en="check class and name; if it is on the list, cancel it and pay back what was used",
    severity=Severity.WARNING,
)
FIGURE = "fund-negative-list"


@sheet_rule(CODE, PROJECTS)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every project whose class or name holds a word of the list."""
    words = known.catalogue.figure(FIGURE).value.split("、")
    for row in sheet.rows:
        if text(row, "status") == CANCELLED:
            continue
        for column in ("project_class", "project_name"):
            value = text(row, column)
            word = next((word for word in words if word in value), "")
            if word:
                yield sheet.problem(CODE, row, column, value, word=word)
