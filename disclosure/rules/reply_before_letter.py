"""reply-before-letter: a letter answered before it was received."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "reply-before-letter",
    zh="答复日期 {value} 早于来信日期 {received}",
    en="answered on {value}, before the letter came in on {received}",
    hint_zh="请核对 letter.received_on 和 letter.replied_on，改正写错的一个",
    hint_en="correct letter.received_on or letter.replied_on",
)


@rule(CODE, keys=("letter",))
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where `letter.replied_on` lies before `letter.received_on`."""
    header = entry.header
    if entry.is_withdrawn:
        return
    received, replied = header.day("letter.received_on"), header.day("letter.replied_on")
    if received and replied and replied < received:
        yield CODE.at(
            entry.file,
            header.line("letter.replied_on"),
            "letter.replied_on",
            value=replied.isoformat(),
            received=received.isoformat(),
        )
