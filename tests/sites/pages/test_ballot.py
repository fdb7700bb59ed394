"""What the law asks of a ballot: more than half is more, two thirds and above is two thirds too."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from disclosure.catalogue import PRODUCT
from disclosure.catalogue.figure import load_figures
from disclosure.sites.pages.ballot import HOUSEHOLDS, LAWS, Share, law_of, share_of

FIGURES = load_figures(PRODUCT)
DAY = date(2026, 10, 1)


@pytest.mark.parametrize(
    ("ratio", "is_more", "whole", "least"),
    [
        ("1/2", True, 10, 6),
        ("1/2", True, 11, 6),
        ("2/3", False, 9, 6),
        ("2/3", False, 10, 7),
        ("2/3", False, 36, 24),
        ("1/3", False, 984, 328),
        ("1/2", True, 0, 1),
    ],
)
def test_least_number_that_satisfies_a_share(
    ratio: str, is_more: bool, whole: int, least: int
) -> None:
    share = Share("eligible", Fraction(ratio), is_more, "")

    assert share.least(whole) == least
    assert (Fraction(least, whole or 1) > share.ratio) or not is_more


@pytest.mark.parametrize(
    ("ratio", "is_more", "words"),
    [("1/2", True, "过半数"), ("2/3", False, "三分之二以上"), ("2/3", True, "超过三分之二")],
)
def test_share_in_words(ratio: str, is_more: bool, words: str) -> None:
    assert Share("eligible", Fraction(ratio), is_more, "").zh == words


def test_every_figure_named_is_a_ratio_that_says_whether_the_number_itself_counts() -> None:
    named = {bound[0] for law in LAWS.values() for bound in (law.quorum, law.majority) if bound} | {
        law_of("村民会议", HOUSEHOLDS).quorum[0]
    }  # type: ignore[index]

    wrong = {
        name
        for name in named
        if FIGURES[name].unit != "ratio"
        or ("须超过" in FIGURES[name].title) == ("含本数" in FIGURES[name].title)
    }

    assert wrong == set()


def test_meeting_of_representatives_needs_two_thirds_and_then_more_than_half() -> None:
    law = law_of("村民代表会议", "代表")

    quorum = share_of(law.quorum, FIGURES, DAY)
    majority = share_of(law.majority, FIGURES, DAY)

    assert quorum
    assert majority
    assert (quorum.whole, quorum.zh) == ("eligible", "三分之二以上")
    assert (majority.whole, majority.zh) == ("present", "过半数")


def test_households_have_a_quorum_of_their_own_and_an_unnamed_count_none() -> None:
    shares = [
        share_of(law_of("村民会议", basis).quorum, FIGURES, DAY)
        for basis in ("十八周岁以上村民", HOUSEHOLDS, "")
    ]

    assert [share.zh if share else "" for share in shares] == ["过半数", "三分之二以上", ""]


def test_figure_decides_only_where_it_is_in_force_and_verified() -> None:
    assembly = law_of("集体成员大会", "成员").quorum
    group = law_of("村民小组会议", "").quorum

    assert share_of(assembly, FIGURES, date(2025, 4, 30)) is None
    assert share_of(assembly, FIGURES, date(2025, 5, 1)) is not None
    assert FIGURES["group-meeting-quorum"].trust == "G"
    assert share_of(group, FIGURES, DAY) is None


def test_appraisal_has_no_law() -> None:
    law = law_of("民主评议", "")

    assert (law.quorum, law.majority) == (None, None)
