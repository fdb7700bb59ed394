"""published-before-formed: published before the day the information was formed (条例 art. 26 counts
publication from formation, so it cannot come first).
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "published-before-formed",
    zh="形成日期 {value} 晚于发布日期 {published}：信息还没有形成就已公开",
    en="formed on {value}, yet published on {published}",
    hint_zh="请核对 formed_on 和 date，改正写错的一个",
    hint_en="correct whichever of formed_on and date is wrong",
)


@rule(CODE, keys=("formed_on",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where `formed_on` lies after the day of publication."""
    formed, published = entry.header.day("formed_on"), entry.published
    if formed and published and formed > published.date() and not entry.is_withdrawn:
        yield CODE.at(
            entry.file,
            entry.header.line("formed_on"),
            "formed_on",
            value=formed.isoformat(),
            published=published.date(),
        )
