"""Ballots: papers add up, quorum and majority are law's, and `passed` says what they give."""

from __future__ import annotations

import pytest

from tests.table_rules.ballots import ALL, ballot
from tests.table_rules.verbs import Given, found_in, problems_in


@pytest.mark.parametrize("given", ALL, ids=lambda given: given.text.split(",")[21])
def test_ballot_at_its_threshold_is_clean(given: Given) -> None:
    assert found_in(given) == []


# By code: what is typed instead, and where it is found.
SENTENCES = {
    "valid and invalid papers are not those returned": (
        ballot("民主评议", figures="50 40 0 40 40 38 1", votes="满意=30* 不满意=8"),
        ["ballot-paper-count:2:returned"],
    ),
    "more papers came back than were issued": (
        ballot("民主评议", figures="50 40 0 39 40 40 0", votes="满意=30* 不满意=8"),
        ["ballot-paper-count:2:returned"],
    ),
    "more came than were entitled": (
        ballot("民主评议", figures="39 40 0 40 40 40 0", votes="满意=30* 不满意=8"),
        ["ballot-paper-count:2:present"],
    ),
    "an option with more votes than valid papers": (
        ballot("网上投票", figures="50 40 0 40 40 40 0", votes="甲案=41* 乙案=0", choices=2),
        ["ballot-vote-total:2:votes"],
    ),
    "more votes in all than papers": (
        ballot("网上投票", figures="50 40 0 40 40 40 0", votes="甲案=30* 乙案=11"),
        ["ballot-vote-total:2:votes"],
    ),
    "with 弃权 every paper is a vote": (
        ballot("网上投票", figures="50 40 0 40 40 40 0", votes="甲案=30* 乙案=5 弃权=4"),
        ["ballot-vote-total:2:votes"],
    ),
    "four proxies for each who came": (
        ballot("村民委员会选举", figures="100 60 48 60 60 60 0", votes="丁大川=50*"),
        ["ballot-proxy-limit:2:proxies"],
    ),
    "a proxy where residents' representatives elect": (
        ballot("居民委员会选举", figures="50 40 1 40 40 40 0", votes="丁大川=30*", basis="代表"),
        ["ballot-proxy-limit:2:proxies"],
    ),
    "an election half of the electors took part in": (
        ballot("村民委员会选举", figures="100 50 0 50 50 50 0", votes="丁大川=50*"),
        ["ballot-committee-election:2:present"],
    ),
    "a winner with half of the votes": (
        ballot("村民委员会选举", figures="100 60 0 60 60 60 0", votes="丁大川=30*"),
        ["ballot-committee-election:2:votes"],
    ),
    "a winner of a runoff with less than a third": (
        ballot("另行选举", figures="100 60 0 61 61 60 1", votes="丁大川=20* 丙小河=19"),
        ["ballot-committee-election:2:votes"],
    ),
    "a meeting of half of the villagers": (
        ballot("村民会议", figures="200 100 0 100 100 100 0", votes="同意=60* 反对=40"),
        ["ballot-villagers-meeting:2:present"],
    ),
    "a meeting of fewer than two thirds of the households": (
        ballot("村民会议", figures="90 59 0 59 59 59 0", votes="同意=40* 反对=19", basis="户代表"),
        ["ballot-villagers-meeting:2:present"],
    ),
    "half of the villagers present agree": (
        ballot("村民会议", figures="200 102 0 102 102 102 0", votes="同意=51* 反对=51"),
        ["ballot-villagers-meeting:2:votes"],
    ),
    "fewer than two thirds of the representatives": (
        ballot("村民代表会议", figures="30 19 0 19 19 19 0", votes="同意=15* 反对=4"),
        ["ballot-representatives-meeting:2:present"],
    ),
    "two thirds of those present, not of all members": (
        ballot("集体成员大会", figures="300 240 0 240 240 240 0", votes="同意=199* 反对=41"),
        ["ballot-collective-assembly:2:votes"],
    ),
    "fewer than two thirds of the members attend": (
        ballot("集体成员大会", figures="300 199 0 199 199 199 0", votes="同意=199* 反对=0"),
        ["ballot-collective-assembly:2:present", "ballot-collective-assembly:2:votes"],
    ),
    "fewer than two thirds of all delegates agree": (
        ballot("集体成员代表大会", figures="30 25 0 25 25 25 0", votes="同意=19* 反对=6"),
        ["ballot-collective-assembly:2:votes"],
    ),
    "a recall half of the voters agree with": (
        ballot("罢免", figures="100 60 0 60 60 60 0", votes="同意=30* 反对=30"),
        ["ballot-recall:2:votes"],
    ),
    "a motion that carried and is called lost": (
        ballot("村民代表会议", figures="30 30 0 30 30 30 0", votes="同意=16 反对=14"),
        ["ballot-passed-recomputed:2:passed"],
    ),
    "the votes against called passed": (
        ballot("村民代表会议", figures="30 30 0 30 30 30 0", votes="同意=10 反对=20*"),
        ["ballot-passed-recomputed:3:passed"],
    ),
    "delegates on the charter": (
        ballot("集体成员代表大会", figures="30 25 0 25 25 25 0", votes="同意=20*", matter="章程"),
        ["ballot-competence:2:matter"],
    ),
}


@pytest.mark.parametrize(("given", "expected"), SENTENCES.values(), ids=SENTENCES)
def test_found(given: Given, expected: list[str]) -> None:
    assert found_in(given) == expected


def test_a_motion_that_failed_and_says_so_is_clean() -> None:
    failed = ballot("村民代表会议", figures="30 19 0 19 19 19 0", votes="同意=5 反对=14")

    assert found_in(failed) == []


def test_law_in_force_later_is_not_asked_of_an_older_ballot() -> None:
    older = ballot(
        "村民代表会议", figures="30 10 0 10 10 10 0", votes="同意=9* 反对=1", held_on="2025-05-01"
    )

    assert found_in(older) == []


def test_a_message_names_the_share_and_the_number_it_is_of() -> None:
    given = ballot("村民代表会议", figures="30 19 0 19 19 19 0", votes="同意=15* 反对=4")

    (problem,) = problems_in(given)

    assert problem.message_zh == (
        "表决 B-1（村民代表会议）的实到或参加投票人数是 19，依法应不少于应到或登记人数 30 的 2/3"
    )


def test_exactly_two_thirds_passes_and_exactly_one_half_does_not() -> None:
    two_thirds = ballot("集体成员代表大会", figures="30 25 0 25 25 25 0", votes="同意=20*")
    one_half = ballot("罢免", figures="100 60 0 60 60 60 0", votes="同意=30* 反对=30")

    assert found_in(two_thirds) == []
    assert found_in(one_half) != []
