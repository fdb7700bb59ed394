"""The notice-board sheet: what runs first, as much as fits, nothing twice."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from disclosure.rules.facts import load_facts
from disclosure.sites.pages.board import MAX_LATE, Late, view_board
from disclosure.sites.pages.running import running_notices
from disclosure.sites.site import prepare_site
from tests.sites.small_site import notice, village_site
from tests.sites.trees import SMALL

DAY = date(2026, 11, 20)


def notices(number: int) -> dict[str, str]:
    return {
        f"notices/n{index:02}.md": notice(
            f"甲村第{index}号鱼塘和周边空地承包方案的公示", "2026-11-10", f"2026-12-{index:02}",
            objections="书面或者电话向村务监督委员会反映", phone="0999-1002012",
        )
        for index in range(1, number + 1)
    }  # fmt: skip


def test_notice_runs_from_its_first_day_to_its_last(tmp_path: Path) -> None:
    files = {"notices/a.md": notice("公示", "2026-11-10", "2026-11-25")}
    days = {}

    for number, day in enumerate(("2026-11-09", "2026-11-10", "2026-11-25", "2026-11-26")):
        site = village_site(tmp_path / str(number), files, date.fromisoformat(day))
        days[day[-2:]] = [one.address for one in running_notices(site)]

    assert days == {
        "09": ["notices/pond-lease"],
        "10": ["notices/pond-lease", "notices/a"],
        "25": ["notices/a"],
        "26": [],
    }


def test_telephone_of_the_publisher_stands_in_for_a_missing_one(tmp_path: Path) -> None:
    site = village_site(tmp_path, {"notices/a.md": notice("公示", "2026-11-10", "2026-11-25")}, DAY)

    board = view_board(site)

    assert board.notices[0].objections == "向甲村股份经济合作社反映"
    assert board.notices[0].phone == "0999-1002013"


def test_soonest_end_stands_first_and_in_full(tmp_path: Path) -> None:
    board = view_board(village_site(tmp_path, notices(3), DAY))

    assert [(one.month, one.day) for one in board.notices] == [(12, 1), (12, 2), (12, 3)]
    assert board.short_notices == ()
    assert board.more_notices == 0


def test_every_notice_is_named_or_counted(tmp_path: Path) -> None:
    boards = {
        number: view_board(village_site(tmp_path / str(number), notices(number), DAY))
        for number in (6, 12, 25)
    }

    for number, board in boards.items():
        listed = len(board.notices) + len(board.short_notices)
        assert board.notices
        assert listed + board.more_notices == number
    assert boards[12].short_notices
    assert boards[25].more_notices


def test_running_notice_is_not_news_too(tmp_path: Path) -> None:
    board = view_board(village_site(tmp_path, notices(2), DAY))

    news = {one.address for one in board.news}
    assert news == {"data/ledger-2026-09", "notices/pond-lease"}


def test_columns_follow_what_there_is(tmp_path: Path) -> None:
    with_ledger = view_board(village_site(tmp_path, {}, DAY))
    facts = load_facts(SMALL, DAY)
    county = facts.register.resolve("990101")
    without = view_board(prepare_site(facts, county, DAY, frozenset()))

    assert (with_ledger.columns, without.columns) == (3, 2)
    assert without.ledger is None
    assert without.news[0].summary
    assert with_ledger.news[0].summary == ""


def test_what_is_late_and_whom_to_ask_follow_notices_that_leave_room(tmp_path: Path) -> None:
    late = (Late("债权债务", "逾期 3 天"),)

    few = view_board(village_site(tmp_path / "a", notices(1), DAY), late)
    many = view_board(village_site(tmp_path / "b", notices(12), DAY), late)

    assert few.late_first
    assert few.asked
    assert few.contacts == ()
    assert not many.late_first
    assert many.asked == ()
    assert many.contacts


def test_late_categories_take_their_room_from_the_news(tmp_path: Path) -> None:
    files = {f"articles/a{index:02}.md": ARTICLE.format(index) for index in range(10, 31)}
    files |= notices(12)
    late = tuple(Late(f"第{index}个类目", "逾期 3 天") for index in range(MAX_LATE + 3))
    site = village_site(tmp_path, files, DAY)

    board = view_board(site, late)

    assert (len(board.late), board.more_late) == (MAX_LATE, 3)
    assert 0 < len(board.news) < len(view_board(site).news)


ARTICLE = """---
title: 甲村第{0}号通知
category: S1103
date: 2026-10-{0} 09:00
publisher: 甲村村民委员会
---
通知的正文，说清楚是什么事、什么时候、找谁办。
"""


def test_ledger_is_opening_and_what_came_and_went(tmp_path: Path) -> None:
    ledger = view_board(village_site(tmp_path, {}, DAY)).ledger

    assert ledger
    assert (ledger.opening, ledger.inflow, ledger.outflow, ledger.closing) == (
        "20,000.00",
        "+1,200.00",
        "−680.00",
        "20,520.00",
    )
    assert [line.amount for line in ledger.lines] == ["+1,200.00", "−680.00"]
