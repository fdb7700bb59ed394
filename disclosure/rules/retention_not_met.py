"""retention-not-met: the end a publication sets itself comes before it may end (`min_public_days`
of the catalogue, 村民委员会组织法 art. 35). Public notices are notice-too-short's.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.deadline import minimums
from disclosure.entry import Entry
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.gate import Shape
from disclosure.rules.rule import rule

CODE = Code(
    "retention-not-met",
    zh="公开到 {value} 为止太短：至少应公开到 {end}（{rule_zh}）",
    en="public until {value} only: it must stay until {end} at least ({rule_en})",
    hint_zh="把 notice.to 改为 {end} 或更晚；长期公开的内容不必写 notice",
    hint_en="set notice.to to {end} or later, or drop notice where it stays for good",
)


def is_no_notice(shape: Shape) -> bool:
    """Tell whether the category is known and no public notice by its nature."""
    return shape.category is not None and not shape.category.has_notice_period


@rule(CODE, keys=("notice",), gate=is_no_notice)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where `notice.to` comes before the minimum counted from publication."""
    header = entry.header
    if entry.is_withdrawn:
        return
    category, published = facts.category(entry), entry.published
    begun, ended = header.day("notice.from"), header.day("notice.to")
    if category is None or category.has_notice_period or ended is None or published is None:
        return
    start = published.date()
    if ended < start or (begun and ended < begun):
        return
    for minimum in minimums(category, entry.publisher, entry.division.code, start, facts):
        if not minimum.is_met(start, ended, facts):
            reckoning = minimum.end(start, facts)
            yield CODE.at(
                entry.file,
                header.line("notice.to"),
                "notice.to",
                value=ended.isoformat(),
                severity=minimum.severity,
                end=reckoning.due or reckoning.nominal,
                rule_zh=reckoning.rule_zh,
                rule_en=reckoning.rule_en,
            )
            return
