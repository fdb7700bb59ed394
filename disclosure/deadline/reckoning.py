"""The day by which a publication is due (公开时限), reckoned as its category's trigger says.

形成后, 即时, 随时 count from `formed_on`, 事前 back from `event_on`, 定期 from the period by the
forms `+Nd`, `-Nd` and `--MM-DD` of the catalogue column `period_due`.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from disclosure.catalogue import Basis, Category, Trigger
from disclosure.deadline.limit import Reckoning, count_back, count_on
from disclosure.deadline.words import day_zh, length_en, length_zh
from disclosure.period import Period
from disclosure.workdays import Workdays

PERIOD_DUE = re.compile(r"([+-])(\d+)d|--(\d\d)-(\d\d)", re.ASCII)


@lru_cache(maxsize=1024)
def reckon(category: Category, start: date | Period, workdays: Workdays) -> Reckoning | None:
    """Return when a publication is due; None where the category sets no limit.

    `start` is the value of the trigger's key: a period where the trigger is 定期, else a day. The
    latest are remembered: two rules ask for each entry, and whole townships for the same period.
    """
    if isinstance(start, Period):
        return reckon_period(category, start, workdays)
    if category.trigger is Trigger.BEFORE_EVENT:
        return reckon_event(category, start, workdays)
    if category.limit_days is None or category.trigger is Trigger.PERIODIC:
        return None
    days, basis = category.limit_days, category.limit_basis or Basis.CALENDAR
    if days == 0:
        rule_zh = f"{day_zh(start)}形成，当日即应公开"
        return count_on(start, 0, basis, workdays, rule_zh, f"on the very day, {start}")
    return count_on(
        start,
        days,
        basis,
        workdays,
        f"自{day_zh(start)}形成之日起{length_zh(days, basis)}内",
        f"within {length_en(days, basis)} of {start}",
    )


def reckon_event(category: Category, event: date, workdays: Workdays) -> Reckoning:
    """Return the last day on which an event may still be announced.

    Where no limit is given, a public notice has to run its whole length before the event, and
    anything else to stand a day before it.
    """
    days, basis = category.limit_days, category.limit_basis
    if days is None and category.has_notice_period:
        days, basis = category.min_public_days, category.min_public_basis
    days, basis = days or 1, basis or Basis.CALENDAR
    rule_zh = f"{day_zh(event)}之前至少{length_zh(days, basis)}"
    return count_back(
        event, days, basis, workdays, rule_zh, f"at least {length_en(days, basis)} before {event}"
    )


def reckon_period(category: Category, period: Period, workdays: Workdays) -> Reckoning | None:
    """Return when a period's publication is due; a fixed date does not move, `-Nd` neither."""
    form = PERIOD_DUE.fullmatch(category.period_due)
    if form is None:
        return None
    sign, number, month, day = form.groups()
    if sign is None:
        year = period.last.year + (
            1 if category.period_due_year is None else category.period_due_year
        )
        due = date(year, int(month), int(day))
        rule_zh = f"{period.zh}的内容固定于{due.month}月{due.day}日前公开"
        return Reckoning(period.last, due, due, rule_zh, f"for {period} by {due}")
    days = int(number)
    if sign == "-":
        due = period.first - timedelta(days=days)
        rule_zh = f"{period.zh}开始之前至少{days}日"
        return Reckoning(
            period.first,
            due,
            due,
            rule_zh,
            f"at least {length_en(days, Basis.CALENDAR)} before {period}",
        )
    rule_zh = f"{period.zh}终了后{days}日内"
    rule_en = f"within {length_en(days, Basis.CALENDAR)} of the end of {period}"
    return count_on(period.last, days, Basis.CALENDAR, workdays, rule_zh, rule_en)
