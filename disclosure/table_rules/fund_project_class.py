"""fund-project-class: a project of a class that is not on the county's list.

The list is what the county states as `controls.project_classes` beside the money it allocates
(E0301); where it states none, every class may be used. Design.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.books import Books
from disclosure.table_rules.controls import stated_texts
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.funds import LEDGER, PROJECTS, projects
from disclosure.table_rules.sheet import text

CODE = Code(
    "fund-project-class",
    zh="项目 {project} 的{title}“{value}”不在{publisher}规定的清单里",
    en="project {project}: the class {value!r} is not on the list of the county",
    hint_zh="可以写：{allowed}",
    hint_en="one of: {allowed}",
    severity=Severity.WARNING,
)
CLASSES = "project_classes"


@books_rule(CODE, PROJECTS)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every project of another class than those of the newest list above."""
    stated = [sheet for sheet in books.above.get(LEDGER, ()) if stated_texts(sheet.entry, CLASSES)]
    if not stated:
        return
    entry = stated[-1].entry
    allowed = stated_texts(entry, CLASSES)
    for sheet, row in projects(books).values():
        if text(row, "project_class") not in allowed:
            yield sheet.problem(
                CODE,
                row,
                "project_class",
                row.cells["project_class"],
                project=text(row, "project_no"),
                publisher=entry.publisher,
                allowed="、".join(allowed),
            )
