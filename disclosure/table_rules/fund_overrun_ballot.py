"""fund-overrun-ballot: a project settled far above its budget without a second vote.

How far is the figure `fund-overrun-limit`, a design of this catalogue until the county's is read.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.funds import PROJECTS
from disclosure.table_rules.sheet import Sheet, amounts, text

CODE = Code(
    "fund-overrun-ballot",
    zh="项目 {project} 的{title}是 {value}，超过预算金额 {budget} 的 {limit}，没有追加表决编号",
    en="project {project} was settled at {value}, budget {budget}, without a second vote",
    hint_zh="请补填追加表决编号（second_ballot_id）；没有再次表决的，应补办",
    hint_en="give second_ballot_id, or have the overrun voted on",
    severity=Severity.WARNING,
)
FIGURE = "fund-overrun-limit"


@sheet_rule(CODE, PROJECTS)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every project beyond the limit that names no second ballot."""
    limit = Fraction(known.catalogue.figure(FIGURE).value)
    for row in sheet.rows:
        given = amounts(row, "settled_amount", "budget_amount")
        if given is None or text(row, "second_ballot_id"):
            continue
        settled, budget = given
        if Fraction(settled) > Fraction(budget) * (1 + limit):
            yield sheet.problem(
                CODE,
                row,
                "settled_amount",
                settled,
                project=row.cells["project_no"],
                budget=budget,
                limit=f"{(1 + limit) * 100}%",
            )
