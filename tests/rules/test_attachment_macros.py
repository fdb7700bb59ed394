from __future__ import annotations

from disclosure.problem import Problem
from disclosure.rules.attachment_macros import CODE
from tests.attachment.documents import docx, pdf
from tests.rules.packages import PLACE
from tests.rules.private import found, news


def problems(name: str, data: bytes) -> list[Problem]:
    return found(CODE, news("正文。"), {f"{PLACE}/files/{name}": data})


def test_macros_and_scripts_are_found() -> None:
    assert len(problems("a.docx", docx("x", members={"word/vbaProject.bin": b"x"}))) == 1
    assert len(problems("a.pdf", pdf("x", "/OpenAction<</S/JavaScript/JS(1)>>"))) == 1


def test_plain_documents_are_clean() -> None:
    assert problems("a.docx", docx("x")) == []
    assert problems("a.pdf", pdf("x")) == []
