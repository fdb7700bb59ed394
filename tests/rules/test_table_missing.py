from __future__ import annotations

from tests.rules.packages import SUMMARY, SUMMARY_CSV, article, found_in, package
from tests.rules.verbs import GOOD, check_clean, check_found

ARTICLE = GOOD.replace("S1102", "E0203").replace("formed_on: 2026-10-10", "period: 2026-Q3")


def test_article_that_names_its_package_is_clean() -> None:
    text = ARTICLE.replace("author: 村文书", "author: 村文书\ndata: [q3]")

    found = found_in(article(text), package(SUMMARY, SUMMARY_CSV, "q3"))

    assert found == []


def test_article_of_a_table_category_needs_a_package() -> None:
    text = ARTICLE

    check_found(text, ["table-missing:3:data"])


def test_nil_report_needs_no_package() -> None:
    text = ARTICLE.replace("author: 村文书", "nil: true\nnil_reason: 本季度没有收支")

    check_clean(text)
