from __future__ import annotations

import pytest

from disclosure.rules.link_outside import CODE
from tests.rules.private import found, marks, news


@pytest.mark.parametrize(
    "target",
    [
        "{static}../../files/a.pdf",
        "{filename}../../../x.md",
        "/etc/passwd",
        "..\\..\\a.pdf",
        "../%2e%2e/a.md",
    ],
)
def test_path_that_leaves_the_division_is_found(target: str) -> None:
    assert [problem.line for problem in found(CODE, news(f"[说明]({target})"))] == [13]


@pytest.mark.parametrize("name", ["../plan.pdf", "files/../../plan.pdf", "/etc/passwd", "plan.pdf"])
def test_named_file_outside_its_folder_is_found(name: str) -> None:
    files = news("正文。", f"attachments:\n  - {{file: '{name}', title: 方案}}\n")

    assert marks(CODE, files) == [f"error:10:attachments:{name}"]


def test_paths_inside_are_clean() -> None:
    body = "[甲]({static}../files/a.pdf) [乙]({filename}sample.md) [丙]({static}/files/a.pdf)"

    assert found(CODE, news(body)) == []
