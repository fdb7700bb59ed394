from __future__ import annotations

import pytest

from disclosure.rules.image_alt_missing import CODE
from tests.rules.private import found, marks, news


@pytest.mark.parametrize(
    "body",
    ["![](https://example.cn/a.png)", "![ ](x.png)", "<img src='x.png'>", "<img src='x' alt=''>"],
)
def test_picture_without_words_is_found(body: str) -> None:
    assert [problem.line for problem in found(CODE, news(body))] == [13]


def test_listed_picture_without_words_is_found() -> None:
    assert marks(CODE, news("正文。", "images:\n  - {file: files/a.png}\n")) == [
        "error:10:images.alt:files/a.png"
    ]


@pytest.mark.parametrize(
    "body", ["![文化广场](x.png)", "<img src='x.png' alt='文化广场'>", "[](x)"]
)
def test_picture_with_words_is_clean(body: str) -> None:
    assert found(CODE, news(body)) == []
