from __future__ import annotations

from datetime import date

from disclosure.problem import Severity
from tests.rules.verbs import check_files, marks

CITY = "content/9901/articles"
DOCUMENT = """\
---
title: 试验市居家养老服务补贴办法
category: S0201
date: 2026-10-12 09:00
publisher: 试验市人民政府
formed_on: 2026-10-10
document_number: 试府发〔2026〕9号
author: 市政府办公室文电科
review: {by: 市政府办公室公开科, date: 2026-10-11, basis: 公开属性审查单}
elements:
  施行日期: 2026年12月1日
  有效性: 现行有效
---
补贴按月发放。
"""
READING = """\
---
title: 《试验市居家养老服务补贴办法》解读
category: S0202
date: 2026-10-13 09:00
publisher: 试验市民政局
formed_on: 2026-10-12
interprets: articles/subsidy
author: 市民政局养老科
review: {by: 市民政局办公室, date: 2026-10-12, basis: 解读方案审核表}
elements:
  背景与依据: 养老费用逐年上升
  主要内容: 分三档补贴
  适用对象: 本市户籍老年人
  咨询电话: 0999-1000002
---
"""


def found_on(day: date, *readings: str) -> list[str]:
    files: dict[str, str | bytes] = {f"{CITY}/subsidy.md": DOCUMENT}
    files |= {f"{CITY}/reading-{number}.md": text for number, text in enumerate(readings)}
    return marks(check_files(files, today=day))


def test_interpreted_document_is_clean() -> None:
    day = date(2026, 11, 20)

    found = found_on(day, READING)

    assert found == []


def test_document_within_the_limit_is_clean() -> None:
    third_workday = date(2026, 10, 15)

    found = found_on(third_workday)

    assert found == []


def test_document_without_interpretation_is_found_after_three_workdays() -> None:
    day = date(2026, 10, 16)

    found = found_on(day)

    assert found == ["interpretation-missing:3:category"]


def test_draft_of_an_interpretation_does_not_count() -> None:
    day = date(2026, 11, 20)

    found = found_on(day, READING.replace("author:", "draft: true\nauthor:"))

    assert found == ["interpretation-missing:3:category"]


def test_unread_figure_only_warns() -> None:
    files = {f"{CITY}/subsidy.md": DOCUMENT}

    (problem,) = check_files(files)

    assert problem.severity is Severity.WARNING
