"""period-wrong-rhythm: the period given is no period of the category's rhythm (catalogue column
`period`); daily and weekly duties are published in packages of a month.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.deadline.presence import BY_THE_DAY
from disclosure.entry import Entry
from disclosure.period import Rhythm, period_of
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.gate import Shape, is_known
from disclosure.rules.rule import rule

CODE = Code(
    "period-wrong-rhythm",
    zh="所属期间“{value}”（{given_zh}）与类目 {category} 的公开周期不符：应为{rhythm_zh}一期",
    en="the period {value} does not fit category {category}, which is {rhythm}",
    hint_zh="写成 period: {suggestion}",
    hint_en="write period: {suggestion}",
)


def has_rhythm(shape: Shape) -> bool:
    """Tell whether the category is periodic."""
    return is_known(shape) and shape.category is not None and shape.category.rhythm is not None


@rule(CODE, keys=("period",), gate=has_rhythm)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where the period's length is not the rhythm of a periodic category."""
    category, period = facts.category(entry), entry.period
    if category is None or category.rhythm is None or period is None or entry.is_withdrawn:
        return
    by_month = category.rhythm in BY_THE_DAY
    if period.rhythm is category.rhythm or (by_month and period.rhythm is Rhythm.MONTHLY):
        return
    yield CODE.at(
        entry.file,
        entry.header.line("period"),
        "period",
        value=str(period),
        severity=category.severity,
        given_zh=period.zh,
        category=category.code,
        rhythm=category.rhythm.value,
        rhythm_zh=category.rhythm.zh,
        suggestion=period_of(period.first, Rhythm.MONTHLY if by_month else category.rhythm),
    )
