"""notice-reversed: a public notice that ends before it begins."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "notice-reversed",
    zh="公示截止日期 {value} 早于开始日期 {begun}",
    en="the notice ends on {value}, before it begins on {begun}",
    hint_zh="请核对 notice.from 和 notice.to，多半是两个日期写反了，或年份写错了",
    hint_en="check notice.from and notice.to: swapped, or a wrong year",
)


@rule(CODE, keys=("notice",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where `notice.to` lies before `notice.from`."""
    header = entry.header
    if entry.is_withdrawn:
        return
    begun, ended = header.day("notice.from"), header.day("notice.to")
    if begun and ended and ended < begun:
        yield CODE.at(
            entry.file,
            header.line("notice.to"),
            "notice.to",
            value=ended.isoformat(),
            begun=begun.isoformat(),
        )
