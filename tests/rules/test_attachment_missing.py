from __future__ import annotations

from disclosure.rules.attachment_missing import CODE
from tests.rules.packages import PLACE
from tests.rules.private import found, marks, news

PLAN = {f"{PLACE}/files/plan.txt": b"x"}
NAMED = "attachments:\n  - {file: files/plan.txt, title: 方案}\n"


def test_named_file_that_is_not_there_is_found() -> None:
    assert marks(CODE, news("正文。", NAMED)) == ["error:10:attachments:files/plan.txt"]
    assert marks(CODE, news("正文。", NAMED), PLAN) == []


def test_linked_file_that_is_not_there_is_found() -> None:
    files = news("[方案]({static}../files/plan.txt)")

    assert marks(CODE, files) == ["error:13::files/plan.txt"]
    assert marks(CODE, files, PLAN) == []


def test_picture_that_is_not_there_is_found() -> None:
    files = news("正文。", "images:\n  - {file: files/a.png, alt: 图, consent: 无可辨认人像}\n")

    assert marks(CODE, files) == ["error:10:images:files/a.png"]


def test_nearest_name_is_suggested() -> None:
    (problem,) = found(CODE, news("[方案]({static}../files/plans.txt)"), PLAN)

    assert problem.hint_zh.endswith("；是否应为 files/plan.txt")
