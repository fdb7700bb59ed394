"""reply-after-publication: a reply published (stamped) before the day it was signed."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "reply-after-publication",
    zh="答复落款日期 {value} 晚于发布日期 {published}：答复还没有签发就已公开",
    en="the reply is signed {value}, after it was published on {published}",
    hint_zh="请核对 letter.replied_on 和 date，改正写错的一个",
    hint_en="correct letter.replied_on or date",
)


@rule(CODE, keys=("letter",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where `letter.replied_on` lies after the day of publication."""
    header = entry.header
    if entry.is_withdrawn:
        return
    replied, published = header.day("letter.replied_on"), entry.published
    if replied and published and replied > published.date():
        yield CODE.at(
            entry.file,
            header.line("letter.replied_on"),
            "letter.replied_on",
            value=replied.isoformat(),
            published=published.date(),
        )
