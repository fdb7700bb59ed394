from __future__ import annotations

from tests.rules.packages import SUMMARY, SUMMARY_CSV, found_in, package
from tests.rules.verbs import check_clean, check_found

WITHDRAWN = """\
---
title: 甲村修补通组道路
category: S1102
date: 2026-10-12 09:00
publisher: 甲村村民委员会
formed_on: 2026-10-10
withdrawn: {date: 2026-11-02, reason: 里程有误\uff0c已重新发布}
---
"""


def test_withdrawn_entry_with_nothing_left_is_clean() -> None:
    text = WITHDRAWN

    check_clean(text)


def test_body_must_go() -> None:
    text = WITHDRAWN + "修补了四百米道路。\n"

    check_found(text, ["withdrawn-not-empty:9:body"])


def test_elements_and_source_of_the_content_must_go() -> None:
    text = WITHDRAWN.replace("withdrawn:", "elements: {正文: 修补道路}\nwithdrawn:")

    check_found(text, ["withdrawn-not-empty:7:elements"])


def test_tables_of_a_withdrawn_package_must_go() -> None:
    text = SUMMARY.replace("resources:", "withdrawn: {date: 2026-11-02, reason: 有误}\nresources:")

    found = found_in(package(text, SUMMARY_CSV))

    assert found == ["withdrawn-not-empty:10:resources"]
