"""notice-too-short: a public notice shorter than its minimum: the category's, and the fifteen days
of 村民委员会组织法 art. 35 and 居民委员会组织法 art. 34 for committees and collectives of villages.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from disclosure.catalogue import Category
from disclosure.deadline import Reckoning, minimums
from disclosure.entry import Entry
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.gate import Shape
from disclosure.rules.rule import rule

CODE = Code(
    "notice-too-short",
    zh="公示到 {value} 为止太短：至少应公示到 {end}（{rule_zh}）",
    en="the notice ends too early on {value}: it must run until {end} at least ({rule_en})",
    hint_zh="把 notice.to 改为 {end} 或更晚，公示栏同时顺延",
    hint_en="set notice.to to {end} or later, on the board too",
)


def is_notice(shape: Shape) -> bool:
    """Tell whether the category is a public notice with a beginning and an end."""
    return shape.category is not None and shape.category.has_notice_period


@rule(CODE, keys=("notice",), gate=is_notice)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where the notice ends before the latest minimum it falls short of."""
    header = entry.header
    if entry.is_withdrawn:
        return
    category = facts.category(entry)
    if category is None or not category.has_notice_period:
        return
    begun, ended = header.day("notice.from"), header.day("notice.to")
    if begun is None or ended is None or ended < begun:
        return
    short = shortfalls(entry, category, begun, ended, facts)
    if short:
        end, reckoning, _ = max(short, key=lambda one: one[0])
        is_error = any(severity is Severity.ERROR for _, _, severity in short)
        yield CODE.at(
            entry.file,
            header.line("notice.to"),
            "notice.to",
            value=ended.isoformat(),
            severity=Severity.ERROR if is_error else Severity.WARNING,
            end=end,
            rule_zh=reckoning.rule_zh,
            rule_en=reckoning.rule_en,
        )


def shortfalls(
    entry: Entry, category: Category, begun: date, ended: date, facts: Facts
) -> list[tuple[date, Reckoning, Severity]]:
    """Return the minimums a notice falls short of, with the earliest end each allows."""
    found = []
    for minimum in minimums(category, entry.publisher, entry.division.code, begun, facts):
        if not minimum.is_met(begun, ended, facts):
            reckoning = minimum.end(begun, facts)
            found.append((reckoning.due or reckoning.nominal, reckoning, minimum.severity))
    return found
