"""Which charts a table has: what adds up is drawn, and what it comes to is said."""

from __future__ import annotations

from pathlib import Path

from disclosure.sites.pages.dataset.charts import Chart, view_charts
from tests.rules.packages import ROSTER, ROSTER_CSV
from tests.sites.pages.ledgers import package
from tests.sites.small_site import entry_of, village_site

SERIES = (
    "division_code,series_code,indicator,parent_indicator,period,value,unit,value_status,revision,"
    "source_body\n"
)
AIR = (
    "division_code,station_code,station_name,obs_date,aqi,primary_pollutant,grade,data_status\n"
    "990101100201,S1,观潮路,2026-10-01,53,O3-8h,良,审核\n"
    "990101100201,S1,观潮路,2026-10-02,42,,优,审核\n"
    "990101100201,S1,观潮路,2026-10-03,,,,缺测\n"
    "990101100201,S2,渡口,2026-10-01,160,PM2.5,中度污染,审核\n"
)


def charts(folder: Path, files: dict[str, str], name: str) -> tuple[Chart, ...]:
    site = village_site(folder, files)
    (values,) = site.facts.values(entry_of(site, f"data/{name}"))
    assert values
    return view_charts(values, site)


def series(*rows: str) -> dict[str, str]:
    text = "".join(f"990101100201,S0807-{i},{row},正式,0,甲村\n" for i, row in enumerate(rows, 1))
    return package("series", "S0807", "stat_series", SERIES + text)


def test_letters_by_topic_are_the_parts_of_their_indicator(tmp_path: Path) -> None:
    files = series("受理量,,2026-10,12,件", "咨询,受理量,2026-10,9,件", "投诉,受理量,2026-10,3,件")

    (chart,) = charts(tmp_path, files, "series")

    assert chart.kind == "bars"
    assert chart.title == "2026年10月受理量"
    assert [(bar.name, bar.words, bar.width) for bar in chart.bars] == [
        ("咨询", "9 件", 1000),
        ("投诉", "3 件", 333),
    ]
    assert chart.sentence == "2 项合计 12 件；最多的是咨询，9 件。"


def test_parts_that_do_not_add_up_are_not_drawn(tmp_path: Path) -> None:
    mixed = series("甲,总量,2026-10,9,件", "乙,总量,2026-10,3,%")
    negative = series("甲,总量,2026-10,9,件", "乙,总量,2026-10,-3,件")
    one = series("甲,总量,2026-10,9,件")

    found = [
        charts(tmp_path / str(number), files, "series")
        for number, files in enumerate((mixed, negative, one))
    ]

    assert found == [(), (), ()]


def test_subsidy_is_drawn_by_group_within_a_village(tmp_path: Path) -> None:
    files = {"data/roster/datapackage.yaml": ROSTER, "data/roster/roster.csv": ROSTER_CSV}

    (chart,) = charts(tmp_path, files, "roster")

    assert chart.kind == "bars"
    assert [(bar.name, bar.words) for bar in chart.bars] == [
        ("一组", "600.00 元"),
        ("二组", "300.30 元"),
    ]


def test_subsidy_is_drawn_by_place_where_there_are_several(tmp_path: Path) -> None:
    rows = ROSTER_CSV.replace("990101100201,2026-Q3,2", "990101001001,2026-Q3,2")
    files = {"data/roster/datapackage.yaml": ROSTER, "data/roster/roster.csv": rows}

    (chart,) = charts(tmp_path, files, "roster")

    assert chart.kind == "bars"
    assert [bar.words for bar in chart.bars] == ["600.00 元", "300.30 元"]
    assert chart.bars[0].name == "甲村"
    assert "最多的是甲村，600.00 元" in chart.sentence


def test_every_station_has_a_month_of_days(tmp_path: Path) -> None:
    files = package("air", "E1301", "air_daily", AIR)

    road, ferry = charts(tmp_path, files, "air")

    assert road.kind == "days"
    assert road.title == "观潮路站 2026年10月空气质量"
    assert road.sentence == "优 1 天，良 1 天，缺测 1 天。"
    assert [(cell.figure, cell.word, cell.grade) for cell in road.cells[:4]] == [
        ("53", "良", 2),
        ("42", "优", 1),
        ("", "缺测", 0),
        ("", "", 0),
    ]
    assert ferry.sentence == "中度污染 1 天。"


def test_a_ledger_of_one_month_has_no_chart(tmp_path: Path) -> None:
    assert charts(tmp_path, {}, "ledger-2026-09") == ()
