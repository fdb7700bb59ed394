from __future__ import annotations

from disclosure.problem import Problem
from disclosure.rules.attachment_unreadable import CODE
from tests.attachment.documents import docx
from tests.rules.packages import PLACE
from tests.rules.private import found, news


def problems(name: str, data: bytes) -> list[Problem]:
    return found(CODE, news("正文。"), {f"{PLACE}/files/{name}": data})


def test_broken_and_empty_files_are_found() -> None:
    assert len(problems("a.docx", docx("x")[:-30])) == 1
    assert len(problems("a.pdf", b"%PDF-1.7")) == 1
    assert len(problems("a.txt", b"")) == 1


def test_readable_files_are_clean() -> None:
    assert problems("a.docx", docx("x")) == []
    assert problems("a.txt", "名单".encode("gb18030")) == []
