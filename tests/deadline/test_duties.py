"""A division owes its periodic categories from `duty_from` on; publications decide the state."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec.structs import replace

from disclosure.deadline import (
    Due,
    State,
    due_list,
    presences,
    presences_by_category,
    unscheduled,
)
from tests.deadline.texts import FACTS, VILLAGE, entry_text, facts_on, folder_of, package_text

LEDGER = "period,fund_source,amount\n"
AIR = "obs_date,aqi\n"


def duties(
    root: Path,
    files: dict[str, str],
    code: str,
    until: str,
    *,
    today: str = "2026-11-20",
    division: str = VILLAGE,
    **changes: date | None,
) -> list[Due]:
    folder = folder_of(root, files, division=division)
    place = replace(folder.division, **changes)  # type: ignore[arg-type]
    published = presences(folder.entries, FACTS.catalogue)
    found = due_list(place, date.fromisoformat(until), published, facts_on(today))
    return [due for due in found if due.category.code == code]


def states(found: list[Due]) -> dict[str, str]:
    return {str(due.period): due.state.value for due in found}


def talks(period: str, day: str, *more: str) -> str:
    return entry_text("category: S0707", f"period: {period}", *more, date=f"{day} 09:00")


def ledger(period: str, day: str, *more: str) -> str:
    lines = ("category: E0202", f"period: {period}", *more)
    return package_text(*lines, table="village_ledger", date=f"{day} 09:00")


def test_every_quarter_since_duty_began_is_owed(tmp_path: Path) -> None:
    found = duties(tmp_path, {}, "S0707", "2026-10-31")

    assert [(str(due.period), str(due.due)) for due in found] == [
        ("2026-Q1", "2026-04-20"),
        ("2026-Q2", "2026-07-20"),
        ("2026-Q3", "2026-10-20"),
    ]


def test_the_state_follows_the_day_of_publication(tmp_path: Path) -> None:
    files = {
        "articles/q1.md": talks("2026-Q1", "2026-04-20"),
        "articles/q2.md": talks("2026-Q2", "2026-07-21"),
        "articles/q3.md": talks("2026-Q3", "2026-10-09", "nil: true", "nil_reason: 没有协商事项"),
    }

    found = duties(tmp_path, files, "S0707", "2026-12-31")

    assert states(found) == {
        "2026-Q1": "published",
        "2026-Q2": "published_late",
        "2026-Q3": "nil",
    }


def test_what_is_missing_is_overdue_after_its_day_and_not_due_on_it(tmp_path: Path) -> None:
    on_the_day = duties(tmp_path, {}, "S0707", "2026-10-20", today="2026-10-20")
    after = duties(tmp_path, {}, "S0707", "2026-10-20", today="2026-10-21")

    assert on_the_day[-1].state is State.NOT_DUE
    assert after[-1].state is State.OVERDUE


def test_drafts_and_withdrawn_entries_fulfil_nothing(tmp_path: Path) -> None:
    files = {
        "articles/q1.md": talks("2026-Q1", "2026-04-10", "draft: true"),
        "articles/q2.md": talks(
            "2026-Q2", "2026-07-10", "withdrawn: {date: 2026-08-01, reason: 有误}"
        ),
    }

    found = duties(tmp_path, files, "S0707", "2026-07-31")

    assert states(found) == {"2026-Q1": "overdue", "2026-Q2": "overdue"}


def test_a_nil_report_does_not_hide_a_publication_of_the_same_period(tmp_path: Path) -> None:
    files = {
        "articles/a.md": talks("2026-Q1", "2026-04-10", "nil: true", "nil_reason: 没有"),
        "articles/b.md": talks("2026-Q1", "2026-04-13"),
    }

    found = duties(tmp_path, files, "S0707", "2026-04-30")

    assert states(found) == {"2026-Q1": "published"}


def test_a_period_over_before_duty_began_is_not_owed(tmp_path: Path) -> None:
    found = duties(tmp_path, {}, "S0707", "2026-10-31", duty_from=date(2026, 7, 1))

    assert list(states(found)) == ["2026-Q3"]


def test_a_year_under_way_when_duty_began_is_owed(tmp_path: Path) -> None:
    found = duties(tmp_path, {}, "E0403", "2027-12-31", duty_from=date(2026, 7, 1))

    assert states(found) == {"2026": "not_computable"}


def test_what_was_due_before_duty_began_is_not_owed(tmp_path: Path) -> None:
    found = duties(tmp_path, {}, "S0904", "2026-07-31")

    assert list(states(found)) == ["2026-Q2", "2026-Q3"]


def test_without_a_first_day_of_duty_nothing_is_owed(tmp_path: Path) -> None:
    assert duties(tmp_path, {}, "S0707", "2026-12-31", duty_from=None) == []


def test_a_division_that_ceased_owes_nothing_that_began_later(tmp_path: Path) -> None:
    found = duties(tmp_path, {}, "S0707", "2026-12-31", valid_to=date(2026, 6, 30))

    assert list(states(found)) == ["2026-Q1", "2026-Q2"]


def test_other_levels_owe_nothing_in_the_category(tmp_path: Path) -> None:
    assert duties(tmp_path, {}, "S0707", "2026-12-31", division="990101") == []


def test_a_due_day_in_a_year_without_data_is_not_computable(tmp_path: Path) -> None:
    found = duties(tmp_path, {}, "E0202", "2027-01-31", today="2027-01-05")

    assert found[-1].period
    assert str(found[-1].period) == "2026-12"
    assert found[-1].due is None
    assert found[-1].state is State.NOT_COMPUTABLE


def test_what_came_before_the_calendar_could_end_the_limit_is_in_time(tmp_path: Path) -> None:
    early = {"data/a/datapackage.yaml": ledger("2026-12", "2027-01-10"), "data/a/rows.csv": LEDGER}
    late = {"data/a/datapackage.yaml": ledger("2026-12", "2027-01-11"), "data/a/rows.csv": LEDGER}

    in_time = duties(tmp_path / "early", early, "E0202", "2027-01-31")
    unknown = duties(tmp_path / "late", late, "E0202", "2027-01-31")

    assert in_time[-1].state is State.PUBLISHED
    assert unknown[-1].state is State.NOT_COMPUTABLE


def test_daily_duties_are_read_from_the_rows_of_the_month(tmp_path: Path) -> None:
    lines = ("category: E1301", "period: 2026-03")
    files = {
        "data/air/datapackage.yaml": package_text(
            *lines, table="air_daily", date="2026-03-02 09:00"
        ),
        "data/air/rows.csv": AIR + "2026-03-01,50\n2026-03-03,60\n2026-03-03,61\n",
    }

    found = duties(
        tmp_path,
        files,
        "E1301",
        "2026-03-05",
        division="990101",
        duty_from=date(2026, 3, 1),
    )

    assert states(found) == {
        "2026-03-01": "published",
        "2026-03-02": "overdue",
        "2026-03-03": "published",
        "2026-03-04": "overdue",
    }


def test_weekly_duties_are_read_from_the_rows_of_the_month(tmp_path: Path) -> None:
    lines = ("category: S0104", "period: 2026-03")
    files = {
        "data/duty/datapackage.yaml": package_text(*lines, table="duty_roster"),
        "data/duty/rows.csv": "duty_date,shift\n2026-03-02,全天\n2026-03-16,全天\n",
    }

    found = duties(tmp_path, files, "S0104", "2026-03-16", duty_from=date(2026, 3, 1))

    assert states(found) == {
        "2026-W10": "published",
        "2026-W11": "overdue",
        "2026-W12": "published",
    }


def test_a_derived_category_is_published_with_its_source(tmp_path: Path) -> None:
    files = {}
    for month, day, source in (
        (1, "2026-02-09", "运转经费"),
        (2, "2026-03-10", "集体收入"),
        (3, "2026-04-10", "运转经费"),
        (4, "2026-05-11", "集体收入"),
    ):
        name = f"data/m{month}"
        files[f"{name}/datapackage.yaml"] = ledger(f"2026-{month:02}", day)
        files[f"{name}/rows.csv"] = LEDGER + f"2026-{month:02},{source},100\n"

    found = duties(tmp_path, files, "E0206", "2026-07-31")

    assert states(found) == {"2026-Q1": "published", "2026-Q2": "overdue"}


def test_a_derived_category_takes_the_nil_reports_of_its_source(tmp_path: Path) -> None:
    files = {}
    for month, day in ((1, "2026-02-09"), (2, "2026-03-10"), (3, "2026-04-10")):
        nil = ("nil: true", "nil_reason: 没有收支")
        files[f"data/m{month}/datapackage.yaml"] = ledger(f"2026-{month:02}", day, *nil)
        files[f"data/m{month}/rows.csv"] = LEDGER

    found = duties(tmp_path, files, "E0206", "2026-04-30")

    assert states(found) == {"2026-Q1": "nil"}


def test_a_derived_category_waits_for_the_last_month(tmp_path: Path) -> None:
    files = {
        "data/m1/datapackage.yaml": ledger("2026-01", "2026-02-09"),
        "data/m1/rows.csv": LEDGER + "2026-01,运转经费,100\n",
    }

    found = duties(tmp_path, files, "E0206", "2026-04-30")

    assert states(found) == {"2026-Q1": "overdue"}


def test_duties_come_by_due_day_and_code(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, {})

    found = due_list(folder.division, date(2026, 6, 30), (), FACTS)

    keys = [(str(due.due), due.category.code) for due in found]
    assert len(keys) > 50
    assert keys == sorted(keys)


def test_categories_without_a_rhythm_stand_as_their_newest_entry(tmp_path: Path) -> None:
    files = {
        "articles/old.md": entry_text(
            "category: S1102", "formed_on: 2026-09-01", date="2026-09-30 09:00"
        ),
        "articles/new.md": entry_text("category: S1102", "formed_on: 2026-10-10"),
    }
    folder = folder_of(tmp_path, files)

    published = presences_by_category(presences(folder.entries, FACTS.catalogue))
    found = unscheduled(folder.division, published, FACTS)

    state_by_code = {due.category.code: due.state for due in found}
    assert state_by_code["S1102"] is State.PUBLISHED
    assert state_by_code["S1103"] is State.NONE_RECORDED
    assert "S0707" not in state_by_code
    assert "S0201" not in state_by_code


def test_a_late_entry_without_a_rhythm_is_late(tmp_path: Path) -> None:
    files = {"articles/a.md": entry_text("category: S1102", "formed_on: 2026-09-01")}
    folder = folder_of(tmp_path, files)

    published = presences_by_category(presences(folder.entries, FACTS.catalogue))
    found = unscheduled(folder.division, published, FACTS)

    (news,) = [due for due in found if due.category.code == "S1102"]
    assert (news.state, str(news.due)) == (State.PUBLISHED_LATE, "2026-09-08")
