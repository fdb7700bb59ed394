from __future__ import annotations

from tests.rules.verbs import GOOD, check_clean, problems_of

CITY_ONLY = GOOD.replace("S1102", "S0203")


def test_village_may_use_a_village_category() -> None:
    text = GOOD

    check_clean(text)


def test_village_may_not_use_a_city_category() -> None:
    text = CITY_ONLY

    codes = {problem.code for problem in problems_of(text)}

    assert "category-wrong-level" in codes


def test_hint_names_the_levels_that_may() -> None:
    text = CITY_ONLY

    problem = next(one for one in problems_of(text) if one.code == "category-wrong-level")

    assert (problem.line, problem.field, problem.value) == (3, "category", "S0203")
    assert "市级、区（市）县级" in problem.hint_zh
