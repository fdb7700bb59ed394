"""Columns: income above the line, expense below it, both by one scale."""

from __future__ import annotations

from decimal import Decimal

from disclosure.charts import Columns, column_chart


def column(word: str, inflow: str, outflow: str) -> Columns:
    return Columns(word, Decimal(inflow), Decimal(outflow))


def test_both_sides_have_one_scale() -> None:
    chart = column_chart("收支", "", [column("1", "300", "100"), column("2", "150", "0")])

    assert chart
    assert (chart.axis, chart.height) == (750, 1000)  # 300 above, 100 below
    assert [rect.height for rect in chart.inflows] == [750, 375]
    assert [(rect.y, rect.y + rect.height) for rect in chart.outflows] == [(754, 1000)]
    assert [figure.word for figure in chart.figures] == ["300", "0", "100"]


def test_words_stand_under_their_columns() -> None:
    chart = column_chart("收支", "", [column(str(month), "1", "1") for month in range(1, 13)])

    assert chart
    places = [float(word.at.rstrip("%")) for word in chart.words]
    middles = [100 * (rect.x + rect.width / 2) / chart.width for rect in chart.inflows]
    assert [round(place - middle, 1) for place, middle in zip(places, middles, strict=True)] == (
        [0] * 12
    )
    assert [word.is_even for word in chart.words][:3] == [False, True, False]


def test_a_side_without_anything_takes_no_room() -> None:
    chart = column_chart("收支", "", [column("1", "200", "0")])

    assert chart
    assert (chart.axis, chart.lines, chart.outflows) == (1000, (0,), ())


def test_nothing_is_no_chart() -> None:
    assert column_chart("收支", "", [column("1", "0", "0")]) is None
    assert column_chart("收支", "", []) is None


def test_a_month_of_reversals_alone_is_drawn_as_nothing() -> None:
    chart = column_chart("收支", "", [column("1", "-20", "50")])

    assert chart
    assert chart.inflows == ()
