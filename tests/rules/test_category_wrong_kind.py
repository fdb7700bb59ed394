from __future__ import annotations

from disclosure.catalogue import Kind
from tests.rules.packages import SUMMARY, SUMMARY_CSV, found_in, package
from tests.rules.verbs import GOOD, check_clean, check_found, problems_of


def test_article_of_an_article_category_is_clean() -> None:
    text = GOOD

    check_clean(text)


def test_article_category_may_not_stand_among_the_albums() -> None:
    text = GOOD

    check_found(text, ["category-wrong-kind:3:category"], kind=Kind.ALBUMS)


def test_hint_names_the_folders_that_fit() -> None:
    text = GOOD

    (problem,) = problems_of(text, kind=Kind.VOTES)

    assert "articles/" in problem.hint_zh
    assert "data/" in problem.hint_zh


def test_table_category_may_be_a_package() -> None:
    files = package(SUMMARY, SUMMARY_CSV)

    found = found_in(files)

    assert found == []
