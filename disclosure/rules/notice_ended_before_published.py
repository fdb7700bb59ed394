"""notice-ended-before-published: a public notice put up after its end, so nobody could object."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "notice-ended-before-published",
    zh="公示于 {value} 就已截止，{published} 才发布：发布时已经没有人能提出异议",
    en="the notice ended on {value}, before it was published on {published}",
    hint_zh="请重新公示，把 notice.from、notice.to 改为发布以后的日期；日期写错的请改正",
    hint_en="run the notice again with days after publication, or correct the dates",
)


@rule(CODE, keys=("notice",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where `notice.to` lies before the day of publication."""
    header = entry.header
    if entry.is_withdrawn:
        return
    begun, ended, published = header.day("notice.from"), header.day("notice.to"), entry.published
    if ended is None or published is None or (begun and ended < begun):
        return
    if ended < published.date():
        yield CODE.at(
            entry.file,
            header.line("notice.to"),
            "notice.to",
            value=ended.isoformat(),
            published=published.date(),
        )
