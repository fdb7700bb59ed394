"""published-late: published after its category's time limit (条例 art. 26: twenty working days;
other laws and the catalogue set others). A fact of the past, so it warns.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from disclosure.catalogue import Trigger
from disclosure.deadline import day_zh, reckon, start_of
from disclosure.entry import Entry
from disclosure.period import Period
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.gate import Shape, is_known
from disclosure.rules.rule import rule

CODE = Code(
    "published-late",
    zh="公开迟了 {days} 日：类目 {category} 应在{due_zh}前公开（{rule_zh}），"
    "实际发布于{published_zh}",
    en="published {days} days late: category {category} was due by {due} ({rule_en})",
    hint_zh="请核对 {key} 和 date；确属逾期的不必修改，下次请按时公开",
    hint_en="check {key} and date; if it really was late, leave it",
    severity=Severity.WARNING,
)


def is_due_after(shape: Shape) -> bool:
    """Tell whether the category is due after something, not before an event."""
    category = shape.category
    return is_known(shape) and category is not None and category.trigger is not Trigger.BEFORE_EVENT


@rule(CODE, keys=("date",), gate=is_due_after)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where publication came after the due day; 事前 is pre-event-late's."""
    category = facts.category(entry)
    if category is None or category.trigger is Trigger.BEFORE_EVENT:
        return
    start, moment = start_of(entry, category.trigger), entry.published
    if start is None or moment is None or entry.is_withdrawn or entry.is_draft:
        return
    published = moment.date()
    if isinstance(start, Period):
        if start.rhythm is not category.rhythm:
            return  # a month of daily rows: its days are the matrix's matter
    elif published <= start + timedelta(days=category.limit_days or 0):
        return  # in time by any calendar: most entries stop here
    limit = reckon(category, start, facts.workdays)
    if limit and limit.due and published > limit.due:
        yield CODE.at(
            entry.file,
            entry.header.line("date"),
            "date",
            value=published.isoformat(),
            category=category.code,
            days=(published - limit.due).days,
            due=limit.due,
            due_zh=day_zh(limit.due),
            rule_zh=limit.rule_zh,
            rule_en=limit.rule_en,
            published_zh=day_zh(published),
            key=category.trigger.key,
        )
