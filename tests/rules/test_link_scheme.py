from __future__ import annotations

import pytest

from disclosure.rules.link_scheme import CODE
from tests.rules.private import found, marks, news


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "java&#115;cript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "vbscript:x",
        "ftp://example.cn/a",
        "//example.cn/a",
    ],
)
def test_scheme_no_page_may_hold_is_found(target: str) -> None:
    inline, angled = news(f"[说明]({target})"), news(f"[说明](<{target}>)")

    assert len(found(CODE, inline)) == 1
    assert len(found(CODE, angled)) == 1


def test_reference_picture_and_raw_html_are_looked_at_too() -> None:
    body = (
        "[说明][1]\n\n![图](data:image/png;base64,AA)\n\n"
        "<a href='javascript:x'>x</a>\n\n[1]: javascript:x"
    )

    assert [problem.line for problem in found(CODE, news(body))] == [15, 17, 19]


def test_address_as_an_attachment_is_found() -> None:
    files = news("正文。", "attachments:\n  - {file: 'https://example.cn/a.pdf', title: 方案}\n")

    assert marks(CODE, files) == ["error:10:attachments:https://example.cn/a.pdf"]


@pytest.mark.parametrize(
    "target", ["https://www.example.cn/a", "mailto:a@example.cn", "tel:0999-1002011", "#脚注"]
)
def test_usual_links_are_clean(target: str) -> None:
    assert found(CODE, news(f"[说明]({target})")) == []
