from __future__ import annotations

from tests.rules.verbs import GOOD, check_clean, check_found, problems_of


def by(publisher: str, category: str = "S1102") -> str:
    return GOOD.replace("publisher: 甲村村民委员会", f"publisher: {publisher}").replace(
        "S1102", category
    )


def test_village_body_may_publish_in_its_village() -> None:
    text = by("甲村股份经济合作社")

    check_clean(text)


def test_township_may_publish_in_a_village_what_townships_publish() -> None:
    text = by("南镇人民政府")

    check_clean(text)


def test_body_of_another_village_may_not() -> None:
    text = by("一社区居民委员会")

    check_found(text, ["publisher-wrong-level:5:publisher"])


def test_village_body_may_not_publish_in_the_township() -> None:
    text = by("甲村村民委员会")

    check_found(text, ["publisher-wrong-level:5:publisher"], division="990101100")


def test_city_may_not_publish_in_a_village_what_cities_do_not_publish() -> None:
    text = by("试验市民政局")

    (problem,) = problems_of(text)

    assert (problem.code, problem.value) == ("publisher-wrong-level", "试验市民政局")
    assert "甲村村民委员会" in problem.hint_zh


def test_unknown_publisher_is_not_reported_here() -> None:
    text = by("无名单位")

    check_found(text, ["publisher-unknown:5:publisher"])
