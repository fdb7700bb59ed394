from __future__ import annotations

from disclosure.catalogue import Kind
from disclosure.rules.index_only_listing import list_line
from tests.rules.verbs import GOOD, check_clean, check_found, marks, problems_of

BOARD = """\
---
title: 甲村集体经济组织成员确认名单公示
category: E0402
date: 2026-10-12 09:00
publisher: 甲村股份经济合作社
formed_on: 2026-10-10
author: 村文书
review: {by: 甲村村务监督委员会, date: 2026-10-11, basis: 成员大会决议}
notice: {from: 2026-10-12, to: 2026-10-27}
place: 村务公开栏
rows: 10
---
"""


def listed(count: int) -> str:
    return BOARD + "名单如下\uff1a\n\n" + "".join(f"{n}. 丁*川\n" for n in range(1, count + 1))


def test_entry_that_only_points_to_the_board_is_clean() -> None:
    text = BOARD + "名单张贴在村务公开栏。\n"

    check_clean(text, kind=Kind.NOTICES)


def test_short_list_of_what_to_bring_is_clean() -> None:
    text = listed(8)

    check_clean(text, kind=Kind.NOTICES)


def test_long_list_is_found_where_it_begins() -> None:
    text = listed(9)

    check_found(text, ["index-only-listing:15:body"], kind=Kind.NOTICES)


def test_full_width_numbering_is_a_list_too() -> None:
    lines = "".join(f"\uff08{n}\uff09丁*川\n" for n in range(1, 12))

    line = list_line("名单\uff1a\n" + lines)

    assert line == 2


def test_paragraph_between_two_short_lists_parts_them() -> None:
    body = "- 甲\n" * 6 + "\n说明。\n\n" + "- 乙\n" * 6

    line = list_line(body)

    assert line == 0


def test_spreadsheet_among_the_attachments_is_found() -> None:
    attachments = "attachments: [{file: files/list.xlsx, title: 名单}]\n"
    text = BOARD.replace("place:", attachments + "place:")

    found = marks(problems_of(text, kind=Kind.NOTICES))

    assert "index-only-listing:10:attachments" in found


def test_long_list_of_another_category_is_clean() -> None:
    text = GOOD + "\n" + "- 通组道路一段\n" * 20

    check_clean(text)
