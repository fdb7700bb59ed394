from __future__ import annotations

from disclosure.search.lexicon import lexicon_of, phrases_of
from disclosure.search.title_parts import count_parts


def test_names_are_phrases_run_by_run() -> None:
    assert lexicon_of(["财务收支（月度）", "低保", "锦城区", "A4"], []) == ["财务收支", "锦城区"]


def test_traditional_names_are_phrases_as_they_are_searched() -> None:
    assert lexicon_of(["財務收支"], []) == ["财务收支"]


def test_what_comes_again_and_again_in_titles_is_a_phrase() -> None:
    titles = [
        f"{before}村务公开{after}"
        for before, after in zip("甲乙丙丁戊己", "栏报表册会日", strict=True)
    ]

    assert phrases_of(count_parts(titles)) == ["村务公开"]


def test_what_is_rare_is_none() -> None:
    assert phrases_of(count_parts(["村务公开情况"] * 4)) == []


def test_the_most_frequent_phrase_comes_first() -> None:
    titles = ["低保名单"] * 6 + ["财务收支"] * 8

    assert phrases_of(count_parts(titles)) == ["财务收支", "低保名单"]
