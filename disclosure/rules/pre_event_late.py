"""pre-event-late: announced later before its event than the category asks (土地管理法 art. 47 and
others; the days are catalogue data). A fact of the past, so it warns.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue import Trigger
from disclosure.deadline import day_zh, reckon
from disclosure.entry import Entry
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "pre-event-late",
    zh="事前公开太晚：类目 {category} 应在{due_zh}前公开（{rule_zh}），实际发布于{published_zh}",
    en="announced too late: category {category} was due by {due} ({rule_en})",
    hint_zh="请核对 event_on 和 date；事项尚未进行的，应推迟后再更新 event_on",
    hint_en="check event_on and date; if the event is still ahead, put it off",
    severity=Severity.WARNING,
)


@rule(CODE, keys=("event_on",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where publication left less time before the event than it must."""
    category = facts.category(entry)
    if category is None or category.trigger is not Trigger.BEFORE_EVENT:
        return
    event, published = entry.header.day("event_on"), entry.published
    if event is None or published is None or entry.is_withdrawn or entry.is_draft:
        return
    limit = reckon(category, event, facts.workdays)
    if limit and limit.due and limit.due < published.date() <= event:
        yield CODE.at(
            entry.file,
            entry.header.line("event_on"),
            "event_on",
            value=event.isoformat(),
            category=category.code,
            due=limit.due,
            due_zh=day_zh(limit.due),
            rule_zh=limit.rule_zh,
            rule_en=limit.rule_en,
            published_zh=day_zh(published.date()),
        )
