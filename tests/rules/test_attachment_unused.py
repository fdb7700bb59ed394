from __future__ import annotations

from disclosure.rules.attachment_unused import CODE
from tests.rules.packages import PLACE
from tests.rules.private import found, news

PLAN = {f"{PLACE}/files/plan.txt": b"x"}


def test_file_nobody_names_is_found() -> None:
    (problem,) = found(CODE, news("正文。"), PLAN)

    assert problem.file == f"{PLACE}/files/plan.txt"


def test_file_named_or_linked_is_clean() -> None:
    named = news("正文。", "attachments:\n  - {file: files/plan.txt, title: 方案}\n")
    linked = news("[方案]({static}../files/plan.txt)")

    assert found(CODE, named, PLAN) == []
    assert found(CODE, linked, PLAN) == []
