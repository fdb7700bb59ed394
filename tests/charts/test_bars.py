"""Bars: the longest is as long as there is room, the others in proportion."""

from __future__ import annotations

from decimal import Decimal

from disclosure.charts import bar_chart, pair_chart


def test_bars_are_in_proportion_and_the_smallest_shows() -> None:
    items = [("甲", Decimal(200), "200 元"), ("乙", Decimal(50), "50 元")]

    chart = bar_chart("拨付", "", [*items, ("丙", Decimal("0.01"), "0.01 元")])

    assert [(bar.name, bar.width) for bar in chart.bars] == [("甲", 1000), ("乙", 250), ("丙", 1)]


def test_spending_above_the_budget_stays_within_the_drawing() -> None:
    whole, part = (Decimal(100), "100.00"), (Decimal(125), "125.00")

    chart = pair_chart("执行", "", ("预算", "支出"), [("路灯", whole, part, "125.00%")])

    assert [(pair.whole, pair.part) for pair in chart.pairs] == [(800, 1000)]
