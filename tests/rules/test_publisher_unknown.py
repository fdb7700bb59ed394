from __future__ import annotations

from tests.rules.verbs import GOOD, check_clean, problems_of


def test_registered_publisher_is_clean() -> None:
    text = GOOD

    check_clean(text)


def test_short_form_of_a_name_is_found_with_the_full_one() -> None:
    text = GOOD.replace("publisher: 甲村村民委员会", "publisher: 甲村村委会")

    (problem,) = problems_of(text)

    assert (problem.code, problem.line) == ("publisher-unknown", 5)
    assert "甲村村民委员会" in problem.hint_zh


def test_publishers_elsewhere_are_not_suggested() -> None:
    text = GOOD.replace("publisher: 甲村村民委员会", "publisher: 社区居民委员会")

    (problem,) = problems_of(text)

    assert "一社区居民委员会" not in problem.hint_zh
