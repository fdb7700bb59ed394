"""assistance-amount-standard: a minimum living allowance of nothing, or above the standard. Design.

The standard in force, a month and person, is stated as `controls.monthly_standard`.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.controls import stated_amount
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.rosters import ASSISTANCE
from disclosure.table_rules.sheet import Sheet, amount, text

CODE = Code(
    "assistance-amount-standard",
    zh="户号 {household} 的{title}是 {value}，{reason_zh}",
    en="household {household}: {value} a month, {reason_en}",
    hint_zh="请与审批表核对人数和金额，以及现行标准（controls.monthly_standard）",
    hint_en="check members and amount, and the standard under controls.monthly_standard",
    severity=Severity.WARNING,
)
ALLOWANCES = frozenset(
    ("E0902", "E0903")
)  # notice and confirmation of the minimum living allowance


@sheet_rule(CODE, ASSISTANCE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every household of the allowance whose amount cannot be."""
    standard = stated_amount(sheet.entry, "monthly_standard")
    for row in sheet.rows:
        value, members = amount(row, "monthly_amount"), amount(row, "members")
        if value is None or text(row, "program_code") not in ALLOWANCES:
            continue
        if value <= 0:
            reason = "应大于零", "more than nothing is expected"
        elif standard is not None and members is not None and value > standard * members:
            most = f"{standard * members:.2f}"
            reason = (
                f"{members.normalize():f} 人按现行标准至多 {most}",
                f"at most {most} for {members:f}",
            )
        else:
            continue
        yield sheet.problem(
            CODE,
            row,
            "monthly_amount",
            value,
            household=text(row, "household_no"),
            reason_zh=reason[0],
            reason_en=reason[1],
        )
