from __future__ import annotations

import pytest

from disclosure.rules.category_unknown import nearest
from tests.rules.verbs import GOOD, check_clean, problems_of, small_facts


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("s1102", "S1102"),
        ("S112", "S1102"),
        ("E202", "E0202"),
        ("E22", "E0202"),
        ("EO2O2", "E0202"),
        ("SIlO2", "S1102"),
        ("E0299", "E0208"),
        ("E-0202", "E0202"),
        ("\uff25\uff10\uff12\uff10\uff12", "E0202"),
        ("财务收支明细", "E0202"),
        ("村(社区)相册", "S1101"),
        ("村\uff08社区\uff09相册", "S1101"),
        ("财务收支明细表", "E0202"),
    ],
)
def test_what_people_type_leads_to_the_code(typed: str, meant: str) -> None:
    categories = small_facts().catalogue.categories

    best = nearest(typed, categories)

    assert best is categories[meant]


def test_text_like_no_category_gets_no_suggestion() -> None:
    categories = small_facts().catalogue.categories

    best = nearest("Quartalsbericht", categories)

    assert best is None


def test_known_category_is_clean() -> None:
    text = GOOD

    check_clean(text)


def test_unknown_category_is_found_with_the_line_to_type() -> None:
    text = GOOD.replace("category: S1102", "category: S112")

    (problem,) = problems_of(text)

    assert (problem.code, problem.line, problem.field) == ("category-unknown", 3, "category")
    assert problem.hint_zh == "请写 category: S1102\uff08基层动态与改革专栏\uff09"


def test_zero_lost_in_either_place_leaves_a_choice() -> None:
    text = GOOD.replace("category: S1102", "category: S102")

    problem = next(one for one in problems_of(text) if one.code == "category-unknown")

    assert "S0102（" in problem.hint_zh
    assert "或 S1002（" in problem.hint_zh
