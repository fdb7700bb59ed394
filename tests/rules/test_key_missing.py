from __future__ import annotations

from disclosure.catalogue import Kind
from tests.rules.verbs import GOOD, check_clean, problems_of


def missing(text: str, kind: Kind = Kind.ARTICLES) -> list[str]:
    problems = problems_of(text, kind=kind)
    return [f"{one.line}:{one.field}" for one in problems if one.code == "key-missing"]


def test_nothing_is_missing_from_a_good_entry() -> None:
    text = GOOD

    check_clean(text)


def test_each_required_key_is_named() -> None:
    text = "---\nauthor: 村文书\n---\n正文。\n"

    found = missing(text)

    assert found == ["1:category", "1:date", "1:publisher", "1:title"]


def test_key_without_value_is_missing_on_its_own_line() -> None:
    text = GOOD.replace("title: 甲村修补通组道路", "title:")

    found = missing(text)

    assert found == ["2:title"]


def test_page_needs_no_category() -> None:
    text = "---\ntitle: 关于本站\ndate: 2026-10-12 09:00\npublisher: 甲村村民委员会\n---\n说明。\n"

    found = missing(text, Kind.PAGES)

    assert found == []


def test_required_field_of_a_map_is_named_on_the_line_of_the_map() -> None:
    text = GOOD.replace("author: 村文书\n", "author: 村文书\nsource: {published: 2026-10-11}\n")

    found = missing(text)

    assert found == ["8:source.name"]


def test_required_field_is_wanted_of_each_map_in_a_list() -> None:
    images = "images:\n  - {file: files/a.jpg, alt: 路面}\n  - {alt: 施工}\n"
    text = GOOD.replace("author: 村文书\n", "author: 村文书\n" + images)

    found = missing(text)

    assert found == ["10:images.file"]


def test_hint_can_be_typed() -> None:
    text = GOOD.replace("publisher: 甲村村民委员会\n", "")

    (problem,) = [one for one in problems_of(text) if one.code == "key-missing"]

    assert problem.hint_zh.endswith("publisher: 云岭村村民委员会")
    assert "公开主体" in problem.message_zh
