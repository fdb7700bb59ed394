"""ledger-date-in-period: a line is dated outside its month, or after the day of publication.

Design of this catalogue.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.period import parse_period
from disclosure.problem import Code, Problem
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.ledgers import TABLE
from disclosure.table_rules.sheet import Sheet, day, text

CODE = Code(
    "ledger-date-in-period",
    zh="{title}是 {value}，{reason_zh}",
    en="the day {value} {reason_en}",
    hint_zh="请核对记账日期和期间；补记以前月份的，记入补记当月",
    hint_en="check day and period; a late entry belongs to the month it is made in",
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every line dated outside its month or later than its publication."""
    published = sheet.entry.published
    last = published.date() if published else None

    def is_doubtful(on: date | None, month: str) -> bool:
        period = parse_period(month)
        return on is not None and bool(
            (last and on > last) or (period and not period.first <= on <= period.last)
        )

    for row in sheet.rows_where(("entry_date", "period"), is_doubtful):
        on, month = day(row, "entry_date"), text(row, "period")
        if on is None:
            continue
        period = parse_period(month)
        if period and not period.first <= on <= period.last:
            yield sheet.problem(
                CODE,
                row,
                "entry_date",
                on,
                reason_zh=f"不在期间 {month} 以内",
                reason_en=f"lies outside {month}",
            )
        elif last and on > last:
            yield sheet.problem(
                CODE,
                row,
                "entry_date",
                on,
                reason_zh=f"晚于公开日期 {last}",
                reason_en=f"is later than the publication, {last}",
            )
