"""A publication stays as long as it must, and is taken down when its category says so."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from disclosure.deadline import stay_until, takedown_day
from tests.deadline.texts import FACTS, entry_of, entry_text

TOWN = "990101100"
OFFICE = "南镇人民政府"


def down(
    root: Path, code: str, *lines: str, publisher: str = OFFICE, division: str = TOWN
) -> date | None:
    entry = entry_of(root, entry_text(*lines, publisher=publisher), division=division)
    return takedown_day(entry, FACTS.catalogue.categories[code], FACTS)


def test_a_roster_leaves_five_working_days_after_its_notice(tmp_path: Path) -> None:
    day = down(tmp_path, "E0902", "notice: {from: 2026-10-12, to: 2026-10-21}")

    assert day == date(2026, 10, 28)


def test_a_roster_of_a_committee_stays_until_its_fifteen_days_are_over(tmp_path: Path) -> None:
    day = down(
        tmp_path,
        "E0902",
        "notice: {from: 2026-10-12, to: 2026-10-21}",
        publisher="甲村村民委员会",
        division="990101100201",
    )

    assert day == date(2026, 11, 3)


def test_another_notice_leaves_the_day_after_its_end(tmp_path: Path) -> None:
    day = down(tmp_path, "S1008", "notice: {from: 2026-10-12, to: 2026-10-30}")

    assert day == date(2026, 10, 31)


def test_a_notice_that_ends_too_early_stays_for_its_minimum(tmp_path: Path) -> None:
    day = down(tmp_path, "S1008", "notice: {from: 2026-10-12, to: 2026-10-13}")

    assert day == date(2026, 10, 20)


def test_a_notice_without_dates_is_counted_from_publication(tmp_path: Path) -> None:
    assert down(tmp_path, "S1008") == date(2026, 10, 20)


def test_a_category_that_keeps_its_notices_never_takes_down(tmp_path: Path) -> None:
    assert down(tmp_path, "E0501", "notice: {from: 2026-10-12, to: 2026-11-12}") is None


def test_the_longest_public_time_counts_from_publication(tmp_path: Path) -> None:
    assert down(tmp_path, "E1203") == date(2026, 11, 12)


def test_a_later_notice_end_wins_over_the_longest_public_time(tmp_path: Path) -> None:
    day = down(tmp_path, "E1203", "notice: {from: 2026-10-12, to: 2026-11-20}")

    assert day == date(2026, 11, 21)


def test_a_month_of_daily_rows_counts_from_the_end_of_the_month(tmp_path: Path) -> None:
    assert down(tmp_path, "S0504", "period: 2026-10") == date(2026, 12, 1)


def test_what_cannot_be_computed_stays(tmp_path: Path) -> None:
    assert down(tmp_path, "S0404", "formed_on: 2026-10-12") is None


def test_a_committee_keeps_what_it_publishes_for_fifteen_days(tmp_path: Path) -> None:
    entry = entry_of(tmp_path, entry_text())

    limit = stay_until(entry, FACTS.catalogue.categories["S0603"], FACTS)

    assert limit
    assert limit.due == date(2026, 10, 27)


def test_a_city_article_has_no_shortest_time(tmp_path: Path) -> None:
    entry = entry_of(tmp_path, entry_text(publisher="试验市人民政府"), division="9901")

    assert stay_until(entry, FACTS.catalogue.categories["S0201"], FACTS) is None
