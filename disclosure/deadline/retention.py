"""Until when a publication must stay, and from when it must be gone (公开期限、到期撤下)."""

from __future__ import annotations

from datetime import date

from disclosure.catalogue import Basis, Category
from disclosure.deadline.context import Context
from disclosure.deadline.dates import Dates, dates_of
from disclosure.deadline.limit import ONE_DAY, Reckoning, count_on, latest
from disclosure.deadline.notice import minimum_end
from disclosure.deadline.words import day_zh
from disclosure.entry import Entry

ROSTER = "assistance_roster"
DELAY = "assistance-takedown-delay"


def stay_until(entry: Entry, category: Category, context: Context) -> Reckoning | None:
    """Return the last day a publication must still be public, counted from its publication.

    None where no minimum binds it or it has no date; kept-for-good categories have no last day, and
    are bound here by the minimum only, since what is wrong may be withdrawn with a reason.
    """
    dates = dates_of(entry)
    if dates.published is None:
        return None
    return minimum_end(category, dates.publisher, dates.division, dates.published, context)


def takedown_day(entry: Entry, category: Category, context: Context) -> date | None:
    """Return the first day on which the publication is no longer shown.

    None = it stays, or the day cannot be computed (then it stays too: nothing is dropped by guess).
    Several periods in force: the later end wins. A roster of assistance leaves five working days
    after its notice (rule R-R04).
    """
    if not category.takedown:
        return None
    ends = ends_of(dates_of(entry), category, context)
    last = latest(ends)
    if last is None or last.due is None:
        return None
    if category.data_table == ROSTER and category.has_notice_period:
        return context.workdays.add_workdays(last.due, context.catalogue.figure(DELAY).number)
    return last.due + ONE_DAY


def ends_of(dates: Dates, category: Category, context: Context) -> tuple[Reckoning, ...]:
    """Return the last public day by each period in force; empty where none can be reckoned."""
    found = []
    if dates.notice_to:
        rule_zh = f"公示至{day_zh(dates.notice_to)}"
        rule_en = f"notice until {dates.notice_to}"
        found.append(Reckoning(dates.notice_to, dates.notice_to, dates.notice_to, rule_zh, rule_en))
    if dates.published is None:
        return ()
    begun = dates.notice_from or dates.published
    minimum = minimum_end(category, dates.publisher, dates.division, begun, context)
    if minimum:
        found.append(minimum)
    if category.max_public_days:
        # A package of daily rows is begun early in its month: its days count from the month's end.
        whole = max(dates.published, dates.period.last) if dates.period else dates.published
        days = category.max_public_days
        rule_zh, rule_en = (
            f"自{day_zh(whole)}起公开{days}日",
            f"public for {days} days from {whole}",
        )
        found.append(count_on(whole, days, Basis.CALENDAR, context.workdays, rule_zh, rule_en))
    return tuple(found)
