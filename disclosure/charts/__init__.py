"""Charts as values (图): where each bar and word stands, in whole units; a template draws them.

A chart never stands alone: every figure it draws is written beside it, in a list or a table.
"""

from __future__ import annotations

from disclosure.charts.bars import Bar, BarChart, Pair, PairChart, bar_chart, pair_chart
from disclosure.charts.columns import ColumnChart, Columns, column_chart
from disclosure.charts.day_grid import Day, DayChart, day_chart
from disclosure.charts.scale import short_zh, top_of

__all__ = [
    "Bar",
    "BarChart",
    "ColumnChart",
    "Columns",
    "Day",
    "DayChart",
    "Pair",
    "PairChart",
    "bar_chart",
    "column_chart",
    "day_chart",
    "pair_chart",
    "short_zh",
    "top_of",
]
