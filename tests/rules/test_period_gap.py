"""Between two periods nothing is missing."""

from __future__ import annotations

from tests.rules.samples import TALKS
from tests.rules.verbs import check_files, marks

FOLDER = "content/9901/990101/990101100/990101100201/articles"
FIRST = (
    TALKS.replace("2026-Q3", "2026-Q1")
    .replace("2026-10-12 09:00", "2026-04-13 09:00")
    .replace("date: 2026-10-10", "date: 2026-04-10")
)
SECOND = (
    TALKS.replace("2026-Q3", "2026-Q2")
    .replace("2026-10-12 09:00", "2026-07-13 09:00")
    .replace("date: 2026-10-10", "date: 2026-07-10")
)
NIL = SECOND.replace("author:", "nil: true\nnil_reason: 本季度没有协商事项\nauthor:")
GAP = ["period-gap:6:period"]


def test_periods_in_a_row_are_clean() -> None:
    assert found(FIRST, SECOND, TALKS) == []


def test_a_missing_period_is_found_at_the_one_after_it() -> None:
    problems = check_files({f"{FOLDER}/q1.md": FIRST, f"{FOLDER}/q3.md": TALKS})

    (problem,) = problems
    assert (problem.file, problem.value) == (f"{FOLDER}/q3.md", "2026-Q2")
    assert "前有2026年第一季度，后有2026年第三季度" in problem.message_zh


def test_a_nil_report_fills_its_period() -> None:
    assert found(FIRST, NIL, TALKS) == []


def test_a_draft_does_not() -> None:
    assert found(FIRST, SECOND.replace("author:", "draft: true\nauthor:"), TALKS) == GAP


def test_a_longer_gap_is_one_problem() -> None:
    before = FIRST.replace("2026-Q1", "2025-Q3").replace("2026-04", "2025-10")

    (problem,) = check_files({f"{FOLDER}/a.md": before, f"{FOLDER}/b.md": TALKS})

    assert (problem.code, problem.value) == ("period-gap", "2025-Q4 ~ 2026-Q2")


def test_what_comes_before_the_first_and_after_the_last_is_no_gap() -> None:
    assert found(SECOND) == []


def test_other_categories_fill_nothing() -> None:
    other = SECOND.replace("S0707", "S1002")

    assert "period-gap:6:period" in found(FIRST, other, TALKS)


def found(*texts: str) -> list[str]:
    return marks(check_files({f"{FOLDER}/e{i}.md": text for i, text in enumerate(texts)}))
