"""event-before-published: what had to be announced beforehand came after the event (trigger 事前
of the catalogue). A fact of the past, so it warns.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue import Trigger
from disclosure.entry import Entry
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "event-before-published",
    zh="类目 {category}（{title}）应当事前公开，但事项已于 {value} 进行，{published} 才发布",
    en="category {category} is announced beforehand, but the event of {value} came first",
    hint_zh="请核对 event_on 和 date；公布结果的，请改用公布结果的类目",
    hint_en="check event_on and date; results belong to a category of results",
    severity=Severity.WARNING,
)


@rule(CODE, keys=("event_on",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where the event lies before the day of publication."""
    category = facts.category(entry)
    if category is None or category.trigger is not Trigger.BEFORE_EVENT:
        return
    event, published = entry.header.day("event_on"), entry.published
    if event is None or published is None or entry.is_withdrawn or entry.is_draft:
        return
    if event < published.date():
        yield CODE.at(
            entry.file,
            entry.header.line("event_on"),
            "event_on",
            value=event.isoformat(),
            category=category.code,
            title=category.name,
            published=published.date(),
        )
