from __future__ import annotations

from disclosure.problem import Severity
from tests.rules.verbs import GOOD, check_clean, problems_of


def reviewed_by(author: str, reviewer: str) -> str:
    return GOOD.replace("author: 村文书", f"author: {author}").replace(
        "by: 甲村村务监督委员会", f"by: {reviewer}"
    )


def test_two_persons_are_clean() -> None:
    text = reviewed_by("丁大川", "丙小河")

    check_clean(text)


def test_one_person_is_a_warning_for_a_village_body() -> None:
    text = reviewed_by("丁大川", "丁大川")

    (problem,) = problems_of(text)

    assert (problem.code, problem.line, problem.severity) == (
        "review-not-separate",
        8,
        Severity.WARNING,
    )


def test_one_person_is_an_error_for_a_government_body() -> None:
    text = reviewed_by("丁大川", " 丁大川").replace(
        "publisher: 甲村村民委员会", "publisher: 南镇人民政府"
    )

    (problem,) = problems_of(text)

    assert (problem.code, problem.severity) == ("review-not-separate", Severity.ERROR)
