from __future__ import annotations

from disclosure.problem import Problem
from disclosure.rules.attachment_too_large import CODE
from tests.attachment.documents import png
from tests.rules.packages import PLACE
from tests.rules.private import found, news


def problems(name: str, data: bytes) -> list[Problem]:
    return found(CODE, news("正文。"), {f"{PLACE}/files/{name}": data})


def test_picture_above_two_megabytes_is_found() -> None:
    assert [problem.message_zh for problem in problems("a.png", png() + b"\0" * 2_000_000)] == [
        "files/a.png 有 2.0 MB，超过 2 MB 的上限"
    ]


def test_document_may_be_larger() -> None:
    assert problems("a.txt", b"x" * 2_100_000) == []
    assert len(problems("a.txt", b"x" * 20_000_001)) == 1
