"""workdays-missing: a limit touches a year whose holidays are not in `workdays.csv`, so it is not
computable (调休 is announced by the State Council each year; a guess would be silently wrong).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from disclosure.catalogue import Category
from disclosure.deadline import Reckoning, minimum_end, reckon, start_of
from disclosure.entry import Entry
from disclosure.period import Period
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.gate import is_known
from disclosure.rules.rule import rule

CODE = Code(
    "workdays-missing",
    zh="{value} 年的放假安排没有录入，{what}无法推算（{rule_zh}）",
    en="no holiday data for {value}: the limit cannot be computed ({rule_en})",
    hint_zh="在 catalogue/workdays.csv 录入国务院办公厅公布的 {value} 年放假调休安排",
    hint_en="add the announced holidays of {value} to catalogue/workdays.csv",
    severity=Severity.WARNING,
)


@rule(CODE, gate=is_known)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield one problem for each year an entry's limits lack."""
    category = facts.category(entry)
    if category is None or entry.is_withdrawn or entry.is_draft:
        return
    seen = set()
    for field, what, limit in limits(entry, category, facts):
        year = limit.missing_year(facts.workdays)
        if year is not None and year not in seen:
            seen.add(year)
            yield CODE.at(
                entry.file,
                entry.header.line(field),
                field,
                value=str(year),
                what=what,
                rule_zh=limit.rule_zh,
                rule_en=limit.rule_en,
            )


def limits(entry: Entry, category: Category, facts: Facts) -> Iterator[tuple[str, str, Reckoning]]:
    """Yield the limits of an entry with the key they are reckoned from and their name."""
    start = start_of(entry, category.trigger)
    if isinstance(start, Period):
        is_reckoned = start.rhythm is category.rhythm
    else:
        is_reckoned = start is not None and not is_near(start, category.limit_days, facts)
    if start and is_reckoned:
        limit = reckon(category, start, facts.workdays)
        if limit:
            yield category.trigger.key, "公开期限", limit
    begun = entry.header.day("notice.from")
    if begun and category.has_notice_period and not is_near(begun, category.min_public_days, facts):
        minimum = minimum_end(category, entry.publisher, entry.division.code, begun, facts)
        if minimum:
            yield "notice.from", "公示的最早截止日", minimum


def is_near(day: date, days: int | None, facts: Facts) -> bool:
    """Tell whether a limit of `days` around a day stays within the announced years for certain.

    Three days for each and thirty more hold any run of rest days: most entries stop here.
    """
    reach = 3 * max(days or 0, 15) + 30
    if facts.workdays.surrounds(day, reach):
        return True
    return facts.workdays.covers(day - timedelta(days=reach), day + timedelta(days=reach))
