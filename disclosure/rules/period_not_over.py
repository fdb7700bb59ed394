"""period-not-over: figures of a month, quarter or half-year published before it was over, so they
cannot be whole. A guess, so it warns.

Years are left out (plans and fixed days stand for a year before it ends), and so is what is due
before its period begins, or is added day by day.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.deadline import day_zh
from disclosure.entry import Entry
from disclosure.period import Rhythm
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.gate import Shape, is_known
from disclosure.rules.rule import rule

CODE = Code(
    "period-not-over",
    zh="{period_zh}还没有结束（到{last_zh}为止），{published_zh}就已发布，内容可能不全",
    en="published on {published}, before the period {value} was over",
    hint_zh="请核对 period 和 date；确属提前发布的，期满后补充完整并更新",
    hint_en="check period and date; if it was early, complete it after the period",
    severity=Severity.WARNING,
)
WHOLE = frozenset({Rhythm.MONTHLY, Rhythm.QUARTERLY, Rhythm.HALF_YEARLY})


def has_whole_periods(shape: Shape) -> bool:
    """Tell whether the category's figures are those of a month, a quarter or a half-year."""
    return is_known(shape) and shape.category is not None and shape.category.rhythm in WHOLE


@rule(CODE, keys=("period",), gate=has_whole_periods)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield the problem where the last day of the period lies after the day of publication."""
    category, period, published = facts.category(entry), entry.period, entry.published
    if category is None or period is None or published is None:
        return
    if category.rhythm not in WHOLE or period.rhythm is not category.rhythm:
        return
    if category.period_due.startswith("-") or entry.is_withdrawn or entry.is_draft:
        return
    if published.date() < period.last:
        yield CODE.at(
            entry.file,
            entry.header.line("period"),
            "period",
            value=str(period),
            period_zh=period.zh,
            last_zh=day_zh(period.last),
            published=published.date(),
            published_zh=day_zh(published.date()),
        )
