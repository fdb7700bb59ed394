from __future__ import annotations

import pytest

from disclosure.problem import Problem
from disclosure.rules.attachment_type import CODE
from tests.attachment.documents import docx
from tests.rules.packages import PLACE
from tests.rules.private import found, news


def problems(name: str, data: bytes) -> list[Problem]:
    return found(CODE, news("正文。"), {f"{PLACE}/files/{name}": data})


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("a.doc", "建议 .docx"),
        ("a.xls", "建议 .xlsx"),
        ("a.xlsm", "建议 .xlsx"),
    ],
)
def test_old_format_gets_its_new_name(name: str, hint: str) -> None:
    (problem,) = problems(name, b"x")

    assert problem.hint_zh.endswith(hint)


@pytest.mark.parametrize("name", ["a.exe", "a.svg", "a.html", "a.zip", "a", "a.pdf.js"])
def test_other_kinds_are_found(name: str) -> None:
    assert len(problems(name, b"x")) == 1


def test_listed_kind_is_clean() -> None:
    assert problems("a.docx", docx("x")) == []
