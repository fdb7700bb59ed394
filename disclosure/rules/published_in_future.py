"""published-in-future: the day of publication lies after the day the check is made for.

A draft may carry the day it is planned for.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "published-in-future",
    zh="发布时间 {value} 还没有到：检查日为 {today}",
    en="the publication time {value} lies after {today}",
    hint_zh="请改正 date；准备以后发布的，加一行 draft: true，到时再去掉",
    hint_en="correct date, or add `draft: true` until that day",
)


@rule(CODE, keys=("date",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem of an entry that claims to be published on a day yet to come."""
    published = entry.published
    if published and published.date() > facts.today and not entry.is_draft:
        yield CODE.at(
            entry.file,
            entry.header.line("date"),
            "date",
            value=f"{published:%Y-%m-%d %H:%M}",
            today=facts.today,
        )
