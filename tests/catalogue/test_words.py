from __future__ import annotations

import pytest
from msgspec.structs import replace

from disclosure.catalogue import Category
from disclosure.catalogue.words import floor_words, limit_words, public_words, retention_words
from tests.rules.verbs import small_facts


def category(code: str) -> Category:
    return small_facts().catalogue.categories[code]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("S0101", "形成后20个工作日内"),
        ("E0101", "形成后20日内"),
        ("E0203", "每季度终了后20日内"),
        ("E1301", "每日一次，次日内"),
        ("S0104", "每周开始前至少1日"),
        ("S0303", "每年一次，次年3月31日前"),
        ("S0902", "每年一次，当年9月15日前"),
        ("S0705", "事项发生前至少10日"),
        ("S0604", "事项发生前至少5个工作日"),
        ("E0504", "事项发生前公开"),
        ("S1005", "形成后当日内"),
        ("S0706", "发生后5个工作日内"),
        ("S1101", "随时公开"),
    ],
)
def test_limit_reads_as_on_a_notice_board(code: str, words: str) -> None:
    one = category(code)

    assert limit_words(one) == words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("E0902", "至少公示7个工作日，期满撤下"),
        ("E0203", "至少公开15日"),
        ("S0404", "公开满1095日后撤下"),
        ("S0101", ""),
    ],
)
def test_time_in_public_reads_as_on_a_notice_board(code: str, words: str) -> None:
    one = category(code)

    assert public_words(one) == words


def test_floor_of_the_law_is_told_apart() -> None:
    one = category("E0203")

    assert floor_words(one) == "每季度至少一次，至少公开15日"


def test_category_the_law_leaves_open_has_no_floor() -> None:
    one = replace(category("E0203"), law_rhythm=None, law_limit_days=None, law_min_days=None)

    assert floor_words(one) == ""


def test_every_category_has_words_for_its_limit_and_retention() -> None:
    every = small_facts().catalogue.categories.values()

    words = [(limit_words(one), retention_words(one)) for one in every]

    assert all(limit and retention for limit, retention in words)
