"""What villages hand up, and what a county makes of it: newest counts, sums exact, outliers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure.division import Division, Level
from disclosure.rules.facts import load_facts
from disclosure.sites.gathered import Gathered, gathered_in, read_line
from disclosure.sites.pages.gathered.sums import Measure, outliers_of, summary_of, sums_of
from disclosure.sites.pages.gathered.table import GatheredTable, Village, VillageRow, tables_of
from disclosure.sites.pages.gathered.view import view_gathered
from tests.sites.opendata.places import HEAD, SUMMARY, row
from tests.sites.small_site import village_site
from tests.sites.trees import DAY, SMALL

TABLES = load_facts(SMALL, DAY).catalogue.tables
LETTERS = TABLES["letter_stats"]


def package(name: str, published: str, table: str) -> dict[str, str]:
    """Return a summary package of the village as files."""
    descriptor = SUMMARY.replace("summary-2026-q3", name).replace("2026-10-12 09:00", published)
    return {f"data/{name}/datapackage.yaml": descriptor, f"data/{name}/summary.csv": HEAD + table}


def handed_up(folder: Path, *packages: dict[str, str]) -> tuple[Gathered, ...]:
    files = {name: text for one in packages for name, text in one.items()}
    site = village_site(folder, files)
    return gathered_in(site.folder, site.facts, DAY)


def village(number: int) -> Division:
    return Division(f"990101100{number:03}", f"第{number}村", Level.VILLAGE, "村", "990101100")


def table_of(*closings: str, period: str = "2026-Q3") -> GatheredTable:
    """Return a gathered table of one column, a village each amount."""
    rows = (
        VillageRow(
            Village(village(number), "南镇", ""), f"{period}\tdata/x.html\t2026-10-12\t{text}"
        )
        for number, text in enumerate(closings, 200)
    )
    schema = TABLES["village_summary"]
    return GatheredTable(schema, (schema.columns["closing"],), tuple(rows))


def test_total_of_a_village_is_handed_up_and_not_its_accounts(tmp_path: Path) -> None:
    (found,) = handed_up(tmp_path, package("s", "2026-10-12 09:00", row("基本户") + row("ALL")))

    line = read_line(found.lines)

    assert (found.table, line.period, line.page) == ("village_summary", "2026-Q3", "data/s.html")
    assert line.amounts == ("20000.00", "1200.00", "680.00", "0.00", "0.00", "20520.00", "", "", "")


def test_of_two_publications_of_a_period_the_newest_counts(tmp_path: Path) -> None:
    old = package("b-old", "2026-10-12 09:00", row("ALL"))
    new = package("a-new", "2026-10-20 09:00", row("ALL").replace("20520.00", "20500.00"))

    (found,) = handed_up(tmp_path, old, new)

    line = read_line(found.lines)
    assert (line.page, line.amounts[5]) == ("data/a-new.html", "20500.00")


def test_rows_about_others_are_left_out(tmp_path: Path) -> None:
    table = row("ALL").replace("990101100201", "990101100202")

    assert handed_up(tmp_path, package("s", "2026-10-12 09:00", table)) == ()


def test_rows_without_a_total_of_their_own_are_added_up(tmp_path: Path) -> None:
    head = "division_code,period,mailbox," + ",".join(LETTERS.gathering.columns) + "\n"  # type: ignore[union-attr]
    lines = "".join(f"990101100201,2026-09,{box},1,2,0,2,1,2,0,1,1,1\n" for box in ("信箱", "热线"))
    descriptor = SUMMARY.replace("village_summary", "letter_stats").replace("2026-Q3", "2026-09")
    files = {
        "data/letters/datapackage.yaml": descriptor,
        "data/letters/summary.csv": head + lines,
    }

    (found,) = handed_up(tmp_path, files)

    line = read_line(found.lines)
    assert line.amounts == ("2", "4", "0", "4", "2", "4", "0", "2", "2", "2")


def test_county_reads_what_its_villages_hand_up(tmp_path: Path) -> None:
    site = village_site(tmp_path)
    lines = "2026-Q3\tdata/s.html\t2026-10-12 09:00\t" + "\t".join(["1.00"] * 9)
    gathered = (Gathered("990101100201", "village_summary", lines),)

    (table,) = tables_of(replace(site, around=replace(site.around, gathered=gathered)))

    (cells,) = table.cells()
    assert cells[:5] == ("990101100201", "甲村", "", "2026-Q3", "1.00")
    assert cells[-2:] == ("2026-10-12", "../990101100201/data/s.html")


def test_sums_are_exact_and_the_newest_period_is_first() -> None:
    older, newer = table_of("0.10", "0.20", period="2026-09"), table_of("0.30", "-0.40")
    both = replace(older, rows=older.rows + newer.rows)

    assert [(one.period, one.villages, one.sums) for one in sums_of(both)] == [
        ("2026-Q3", 2, (Decimal("-0.10"),)),
        ("2026-09", 2, (Decimal("0.30"),)),
    ]


def test_blank_is_not_nought_in_a_sum() -> None:
    (one,) = sums_of(table_of("1.00", ""))

    assert (one.villages, one.sums) == (2, (None,))


MEASURE = Measure(8, Fraction(3, 2))
USUAL = tuple(f"{number}.00" for number in range(10, 20))


def test_outliers_are_listed_the_farthest_first() -> None:
    table = table_of(*USUAL, "60.00", "900.00", "-500.00")

    found = outliers_of(table, MEASURE)["2026-Q3"]

    assert [str(one.amount) for one in found] == ["900.00", "-500.00", "60.00"]
    assert {one.villages for one in found} == {13}


def test_few_villages_are_not_compared() -> None:
    assert outliers_of(table_of("1.00", "2.00", "900.00"), MEASURE) == {}


def test_page_says_how_outliers_are_found_by_the_figures_of_the_catalogue(tmp_path: Path) -> None:
    site = village_site(tmp_path)
    table = table_of(*USUAL, "900.00")

    view = view_gathered(summary_of(table, site.facts.catalogue), site, ())

    figures = site.facts.catalogue.figures
    assert f"至少有 {figures['outlier-minimum'].value} 个村" in view.method
    assert "1.5 倍四分位距" in view.method
    assert figures["outlier-distance"].source in view.method
    assert view.found == "2026年第三季度有 1 处离群值。"
    (line,) = view.outliers
    assert (line.place, line.amount, line.word) == ("南镇第210村", "900.00", "偏高")


def test_page_says_that_too_few_have_published(tmp_path: Path) -> None:
    site = village_site(tmp_path)

    view = view_gathered(summary_of(table_of("1.00"), site.facts.catalogue), site, ())

    assert view.found == "各期公开的都不足 8 个村（社区），不作比较。"


@pytest.mark.parametrize("day", [date(2026, 10, 1), DAY])
def test_nothing_is_handed_up_by_a_village_without_summaries(tmp_path: Path, day: date) -> None:
    site = village_site(tmp_path)

    assert gathered_in(site.folder, site.facts, day) == ()
