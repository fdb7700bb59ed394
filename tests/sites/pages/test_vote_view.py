"""A vote's page: counts, shares, and the arithmetic as sentences."""

from __future__ import annotations

from pathlib import Path

from disclosure.sites.pages.vote_view import VoteView, view_vote
from tests.sites.small_site import entry_of, village_site

VOTE = """---
title: 甲村村民代表会议关于路灯项目的决定
category: S0706
date: 2026-09-22 10:00
publisher: 甲村村民委员会
vote:
  ballot_id: JC-2026-01
  title: 路灯项目
  ballot_type: {type}
  held_on: {held_on}
  eligible: 45
  present: {present}
  proxies: 0
  issued: {present}
  returned: {present}
  valid: {valid}
  invalid: {invalid}
  max_choices: 1
  options:
    - {{option_no: 1, option_label: 同意, votes: {votes}, passed: {passed}}}
    - {{option_no: 2, option_label: 反对, votes: 4, passed: false}}
---
说明。
"""


def view(folder: Path, **given: object) -> VoteView | None:
    values = {
        "type": "村民代表会议",
        "held_on": "2026-09-20",
        "present": 30,
        "valid": 29,
        "invalid": 1,
        "votes": 25,
        "passed": "true",
    }
    site = village_site(folder, {"votes/lamps.md": VOTE.format(**values | given)})
    return view_vote(entry_of(site, "votes/lamps"), site)


def sentences(found: VoteView | None) -> dict[str, tuple[str, bool | None]]:
    assert found
    return {one.label: (one.text, one.is_reached) for one in found.findings}


def test_quorum_and_majority_are_reached_to_the_head(tmp_path: Path) -> None:
    found = sentences(view(tmp_path))

    assert found["参加率"] == ("应到 45 人，实到 30 人，参加率 66.67%。", None)
    assert found["法定人数"] == (
        "须有应到人数的三分之二以上参加，即至少 30 人；实到 30 人，达到法定人数。",
        True,
    )
    assert found["票数核对"][1] is True
    assert found["通过票数"] == (
        "须得实到人数的过半数，即至少 16 票；“同意”得 25 票，为实到人数的 83.33%，达到法定票数。",
        True,
    )


def test_one_less_is_not_enough(tmp_path: Path) -> None:
    found = sentences(view(tmp_path, present=29, valid=28, votes=14, passed="false"))

    assert found["法定人数"][1] is False
    assert "未达到法定人数" in found["法定人数"][0]
    assert found["通过票数"] == (
        "须得实到人数的过半数，即至少 15 票；“同意”得 14 票，为实到人数的 48.28%，未达到法定票数。",
        False,
    )


def test_papers_that_do_not_add_up_are_said_so(tmp_path: Path) -> None:
    text, is_right = sentences(view(tmp_path, valid=28))["票数核对"]

    assert text == "有效票 28 张，无效票 1 张，合计 29 张，与收回选票 30 张不符。"
    assert is_right is False


def test_survey_shows_its_arithmetic_alone(tmp_path: Path) -> None:
    found = view(tmp_path, type="满意度测评")

    assert list(sentences(found)) == ["参加率", "票数核对"]
    assert found
    assert found.sources == ()


def test_ballot_before_the_law_is_not_judged_by_it(tmp_path: Path) -> None:
    assert "法定人数" not in sentences(view(tmp_path, held_on="2025-12-14"))


def test_election_speaks_of_voters_and_of_who_is_elected(tmp_path: Path) -> None:
    found = view(tmp_path, type="村民委员会选举")

    assert found
    assert sentences(found)["投票率"][0].startswith("登记参加选举 45 人，参加投票 30 人")
    assert "“同意”得 25 票，为投票人数的 83.33%" in sentences(found)["当选票数"][0]
    assert [(one.label, one.result) for one in found.options] == [("同意", "当选"), ("反对", "")]


def test_options_have_their_share_of_the_valid_papers(tmp_path: Path) -> None:
    found = view(tmp_path)

    assert found
    assert [(one.votes, one.share, one.bar, one.result) for one in found.options] == [
        (25, "86.21%", "86.21", "通过"),
        (4, "13.79%", "13.79", ""),
    ]


def test_vote_without_counts_has_no_view(tmp_path: Path) -> None:
    site = village_site(
        tmp_path,
        {"votes/lamps.md": VOTE.format(
            type="网上投票", held_on="2026-09-20", present="", valid=0, invalid=0, votes=0,
            passed="false",
        )},
    )  # fmt: skip

    assert view_vote(entry_of(site, "votes/lamps"), site) is None


def test_vote_whose_day_is_still_to_come_tells_no_counts(tmp_path: Path) -> None:
    found = view(tmp_path, held_on="2026-12-30", present=0, valid=0, invalid=0, votes=0)

    assert found
    assert found.is_open
    assert [fact.label for fact in found.counts] == ["应到"]
    assert found.findings == ()
    assert [option.label for option in found.options] == ["同意", "反对"]
