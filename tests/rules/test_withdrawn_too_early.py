"""What is withdrawn has been public long enough, or it warns."""

from __future__ import annotations

from disclosure.problem import Severity
from tests.rules.samples import WITHDRAWN
from tests.rules.verbs import check_clean, problems_of


def test_withdrawal_after_fifteen_days_is_clean() -> None:
    check_clean(WITHDRAWN)


def test_withdrawal_before_warns() -> None:
    text = WITHDRAWN.replace("date: 2026-10-30", "date: 2026-10-26")

    (problem,) = problems_of(text)

    assert (problem.code, problem.field, problem.severity) == (
        "withdrawn-too-early",
        "withdrawn.date",
        Severity.WARNING,
    )
    assert "应公开到 2026-10-27" in problem.message_zh


def test_withdrawal_before_publication_warns_where_nothing_has_to_stay() -> None:
    text = WITHDRAWN.replace("S1102", "S0201").replace("甲村村民委员会", "试验市人民政府")
    text = text.replace("date: 2026-10-30", "date: 2026-10-11")

    (problem,) = [one for one in problems_of(text, division="9901") if "withdrawn" in one.code]

    assert problem.code == "withdrawn-too-early"
    assert "2026年10月12日才发布" in problem.message_zh
