"""directory-verified: an entry of a directory was last verified more than twelve months ago.

Design of this catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.sheet import Sheet, day

CODE = Code(
    "directory-verified",
    zh="{name}的{title}是 {value}，已超过十二个月",
    en="{name} was last verified on {value}, more than twelve months ago",
    hint_zh="请核实地址、电话和开放时间后更新核验日期（verified_on）",
    hint_en="verify address, telephone and hours, then update verified_on",
    severity=Severity.WARNING,
)


@sheet_rule(CODE, "directory_entry")
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every entry not verified within the year before the day of the check."""
    oldest = year_before(known.today)
    for row in sheet.rows:
        verified = day(row, "verified_on")
        if verified and verified < oldest:
            yield sheet.problem(CODE, row, "verified_on", verified, name=row.cells["name"])


def year_before(today: date) -> date:
    """Return the same day of the year before."""
    try:
        return today.replace(year=today.year - 1)
    except ValueError:  # 29 February
        return today.replace(year=today.year - 1, day=28)
