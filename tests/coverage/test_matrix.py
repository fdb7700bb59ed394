"""The matrix has one row a category, in the state a villager asks for."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from disclosure.coverage import Row, Tally, matrix_of, tally_of
from disclosure.deadline import State, presences
from tests.deadline.texts import entry_text, facts_on, folder_of, package_text

DAILY = "obs_date,aqi\n"


def rows_of(
    root: Path, files: dict[str, str], *, today: str = "2026-11-20", division: str = "990101100201"
) -> dict[str, Row]:
    facts = facts_on(today)
    folder = folder_of(root, files, division=division)
    place = replace(folder.division, duty_from=date(2026, 1, 1))
    rows = matrix_of(place, presences(folder.entries, facts.catalogue), facts)
    return {row.category.code: row for row in rows}


def talks(period: str, day: str, *more: str) -> str:
    return entry_text("category: S0707", f"period: {period}", *more, date=f"{day} 09:00")


def test_every_category_has_a_row_and_those_of_other_levels_have_no_state(tmp_path: Path) -> None:
    rows = rows_of(tmp_path, {})

    assert len(rows) == 169
    assert rows["E0106"].state is None  # government debt is for cities and counties
    assert sum(row.state is not None for row in rows.values()) == 114


def test_a_category_is_overdue_while_any_of_its_periods_is(tmp_path: Path) -> None:
    files = {"articles/q3.md": talks("2026-Q3", "2026-10-09")}

    row = rows_of(tmp_path, files)["S0707"]

    assert row.state is State.OVERDUE
    assert [str(due.period) for due in row.missing] == ["2026-Q1", "2026-Q2"]
    assert row.due is row.missing[0]


def test_a_category_stands_as_its_latest_period_that_fell_due(tmp_path: Path) -> None:
    files = {
        "articles/q1.md": talks("2026-Q1", "2026-04-09"),
        "articles/q2.md": talks("2026-Q2", "2026-07-09"),
        "articles/q3.md": talks("2026-Q3", "2026-10-30"),
    }

    row = rows_of(tmp_path, files)["S0707"]

    assert row.state is State.PUBLISHED_LATE
    assert row.newest == date(2026, 10, 30)
    assert str(row.following.period if row.following else None) == "2026-Q4"


def test_a_nil_report_stands_for_its_period(tmp_path: Path) -> None:
    nil = ("nil: true", "nil_reason: 没有协商事项")
    files = {
        f"articles/q{number}.md": talks(f"2026-Q{number}", day, *nil)
        for number, day in ((1, "2026-04-09"), (2, "2026-07-09"), (3, "2026-10-09"))
    }

    assert rows_of(tmp_path, files)["S0707"].state is State.NIL


def test_before_anything_fell_due_the_first_duty_counts_and_is_soon_within_a_week(
    tmp_path: Path,
) -> None:
    early = rows_of(tmp_path, {}, today="2026-04-12")["S0707"]
    near = rows_of(tmp_path, {}, today="2026-04-13")["S0707"]

    assert (early.state, early.is_soon(date(2026, 4, 12))) == (State.NOT_DUE, False)
    assert (near.state, near.is_soon(date(2026, 4, 13))) == (State.NOT_DUE, True)


def test_daily_duties_are_looked_at_over_the_last_31_days(tmp_path: Path) -> None:
    days = [f"2026-11-{day:02}" for day in range(1, 19)]
    text = package_text(
        "category: E1301", "period: 2026-11", table="air_daily", date="2026-11-18 18:00"
    )
    files = {
        "data/air/datapackage.yaml": text,
        "data/air/rows.csv": DAILY + "".join(f"{day},40\n" for day in days),
    }

    row = rows_of(tmp_path, files, division="990101")["E1301"]

    assert [str(due.period) for due in row.recent][:1] == ["2026-10-21"]
    assert len(row.recent) <= 31
    assert all(due.period and due.period.first < date(2026, 11, 1) for due in row.missing)


def test_what_has_no_rhythm_and_no_entry_has_no_record(tmp_path: Path) -> None:
    assert rows_of(tmp_path, {})["S0105"].state is State.NONE_RECORDED


def test_coverage_is_what_was_published_of_what_fell_due(tmp_path: Path) -> None:
    tally = tally_of(rows_of(tmp_path, {"articles/q3.md": talks("2026-Q3", "2026-10-09")}).values())

    assert tally.duties == 114
    assert tally.percent == "0.0%"
    assert tally.count(State.OVERDUE) == tally.overdue > 0


COUNTS = st.dictionaries(st.sampled_from(list(State)), st.integers(1, 99))


@given(COUNTS)
def test_full_coverage_means_that_nothing_is_overdue(counts: dict[State, int]) -> None:
    tally = Tally(tuple(counts.items()))

    if tally.covered + tally.overdue == 0:
        assert tally.permille is None
        assert tally.percent == ""
    else:
        assert (tally.permille == 1000) == (tally.overdue == 0)


@given(st.lists(COUNTS, min_size=1, max_size=5))
def test_the_whole_counts_what_its_parts_count(parts: list[dict[State, int]]) -> None:
    tallies = [Tally(tuple(counts.items())) for counts in parts]
    whole = sum(tallies[1:], tallies[0])

    assert whole.duties == sum(tally.duties for tally in tallies)
    assert whole.divisions == len(parts)
    for state in State:
        assert whole.count(state) == sum(tally.count(state) for tally in tallies)


def test_a_division_that_is_no_more_owes_nothing(tmp_path: Path) -> None:
    facts = facts_on("2026-11-20")
    folder = folder_of(tmp_path, {}, division="990101100201")
    merged = replace(folder.division, valid_to=date(2026, 6, 30))

    assert tally_of(matrix_of(merged, (), facts)).duties == 0
