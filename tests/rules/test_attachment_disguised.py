from __future__ import annotations

from disclosure.problem import Problem
from disclosure.rules.attachment_disguised import CODE
from tests.attachment.documents import docx, jpeg
from tests.rules.packages import PLACE
from tests.rules.private import found, news


def problems(name: str, data: bytes) -> list[Problem]:
    return found(CODE, news("正文。"), {f"{PLACE}/files/{name}": data})


def test_content_of_another_kind_is_found_and_its_name_suggested() -> None:
    (problem,) = problems("a.pdf", docx("x"))

    assert problem.hint_zh.endswith("，如 .docx")
    assert len(problems("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")) == 1
    assert len(problems("a.txt", b"MZ\0\0")) == 1


def test_jpeg_may_be_named_either_way() -> None:
    assert problems("a.jpg", jpeg()) == []
    assert problems("a.jpeg", jpeg()) == []
