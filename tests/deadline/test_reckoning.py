"""Due days follow the trigger of the category."""

from __future__ import annotations

from datetime import date

import pytest
from msgspec.structs import replace

from disclosure.catalogue import Category
from disclosure.deadline import Reckoning, reckon
from disclosure.period import parse_period
from tests.rules.verbs import small_facts

FACTS = small_facts()


def category(code: str) -> Category:
    return FACTS.catalogue.categories[code]


def of_day(code: str, day: str) -> Reckoning | None:
    return reckon(category(code), date.fromisoformat(day), FACTS.workdays)


def of_period(code: str, text: str) -> Reckoning | None:
    period = parse_period(text)
    assert period
    return reckon(category(code), period, FACTS.workdays)


@pytest.mark.parametrize(
    ("code", "start", "due", "rule"),
    [
        ("S0201", "2026-09-21", "2026-10-26", "自2026年9月21日形成之日起20个工作日内"),
        ("E0101", "2026-09-11", "2026-10-08", "自2026年9月11日形成之日起20日内"),
        ("S1102", "2026-09-21", "2026-09-29", "自2026年9月21日形成之日起5个工作日内"),
        ("S1005", "2026-10-03", "2026-10-03", "2026年10月3日形成，当日即应公开"),
        ("S0705", "2026-11-01", "2026-10-22", "2026年11月1日之前至少10日"),
        ("S0604", "2026-10-12", "2026-09-29", "2026年10月12日之前至少5个工作日"),
    ],
)
def test_a_day_starts_the_limit_its_trigger_sets(
    code: str, start: str, due: str, rule: str
) -> None:
    limit = of_day(code, start)

    assert limit
    assert (str(limit.due), limit.rule_zh) == (due, rule)


@pytest.mark.parametrize(
    ("code", "period", "due", "rule"),
    [
        ("E0202", "2026-09", "2026-10-10", "2026年9月终了后10日内"),
        ("E0202", "2026-10", "2026-11-10", "2026年10月终了后10日内"),
        ("E0203", "2026-Q2", "2026-07-20", "2026年第二季度终了后20日内"),
        ("E0203", "2025-Q4", "2026-01-20", "2025年第四季度终了后20日内"),
        ("E0910", "2026-H1", "2026-07-31", "2026年上半年终了后31日内"),
        ("S0303", "2025", "2026-03-31", "2025年的内容固定于3月31日前公开"),
        ("S0902", "2026", "2026-09-15", "2026年的内容固定于9月15日前公开"),
        ("S0904", "2026-Q4", "2026-09-30", "2026年第四季度开始之前至少1日"),
        ("S0104", "2026-W41", "2026-10-04", "2026年第41周开始之前至少1日"),
        ("E1301", "2026-10-02", "2026-10-08", "2026年10月2日终了后1日内"),
    ],
)
def test_a_period_is_due_as_its_form_says(code: str, period: str, due: str, rule: str) -> None:
    limit = of_period(code, period)

    assert limit
    assert (str(limit.due), limit.rule_zh) == (due, rule)


def test_a_fixed_date_on_a_rest_day_does_not_move() -> None:
    limit = of_period("S0303", "2023")

    assert limit
    assert limit.due == date(2024, 3, 31)
    assert FACTS.workdays.is_workday(date(2024, 3, 31)) is False


def test_a_fixed_date_needs_no_holiday_data() -> None:
    limit = of_period("S0303", "2029")

    assert limit
    assert limit.due == date(2030, 3, 31)


def test_a_period_due_in_a_year_without_data_is_not_computable() -> None:
    limit = of_period("E0202", "2026-12")

    assert limit
    assert limit.due is None
    assert limit.missing_year(FACTS.workdays) == 2027


def test_a_notice_without_a_limit_runs_its_whole_length_before_the_event() -> None:
    limit = of_day("E0505", "2026-11-30")

    assert limit
    assert limit.due == date(2026, 10, 31)


def test_anything_else_without_a_limit_is_published_a_day_before_the_event() -> None:
    limit = of_day("E1102", "2026-11-30")

    assert limit
    assert limit.due == date(2026, 11, 29)


def test_a_category_without_a_limit_is_never_due() -> None:
    assert of_day("S1101", "2026-10-10") is None


def test_a_periodic_category_without_a_due_day_is_never_due() -> None:
    open_ended = replace(category("E0202"), period_due="")
    period = parse_period("2026-09")
    assert period

    assert reckon(open_ended, period, FACTS.workdays) is None


def test_an_override_moves_the_limit() -> None:
    stricter = replace(category("S0201"), limit_days=10)

    limit = reckon(stricter, date(2026, 9, 21), FACTS.workdays)

    assert limit
    assert limit.due == date(2026, 10, 12)
