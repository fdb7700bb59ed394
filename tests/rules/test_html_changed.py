from __future__ import annotations

import nh3
import pytest

from disclosure.entry.markup import ATTRIBUTES, SCHEMES, TAGS
from disclosure.rules.html_changed import CODE
from tests.rules.private import found, news


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<font color='red'>红</font>",
        "<b onclick='x'>重</b>",
        "<p style='color:red'>红</p>",
        "<iframe src='https://example.cn'></iframe>",
        "<!-- 备注 -->",
        "<b>没有结束",
        "</p>",
        "<img\n onerror='x'>",
        "若 x<y 且 z>w",
        "<svg/onload=alert(1)>",
    ],
)
def test_html_that_cleaning_would_change_is_found(body: str) -> None:
    assert found(CODE, news(body)) != []


@pytest.mark.parametrize(
    "body",
    [
        "第一行<br>第二行<br/>",
        "H<sub>2</sub>O，<abbr title='甲'>乙</abbr>",
        "<table><tr><td colspan='2'>合计</td></tr></table>",
        "<details open><summary>明细</summary>内容</details>",
        "气温 <5℃，面积<10亩，a < b",
        "<https://www.example.cn>",
        "`<script>`",
        "```\n<script>\n```",
    ],
)
def test_html_within_the_policy_is_clean(body: str) -> None:
    assert found(CODE, news(body)) == []


def test_what_is_clean_here_stays_as_it_is_when_cleaned() -> None:
    html = '<p>甲<br>乙<sub>2</sub><abbr title="丙">丁</abbr></p>'

    cleaned = nh3.clean(
        html, tags=set(TAGS), attributes=ATTRIBUTES, url_schemes=set(SCHEMES), link_rel=None
    )

    assert cleaned == html
