from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.problem import DisclosureError, Problem
from disclosure.search.reading import read_texts
from disclosure.search.texts import BLOCK
from tests.search.documents import VILLAGE, numbered, put_texts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return put_texts(tmp_path, VILLAGE, numbered(BLOCK + 10))


def refused(folder: Path) -> Problem:
    """Read a folder that must be refused; return why."""
    with pytest.raises(DisclosureError) as raised:
        read_texts(folder, VILLAGE)
    [problem] = raised.value.problems
    assert problem.code == "search-texts-wrong"
    return problem


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), "utf-8")


def test_a_missing_block_is_named(folder: Path) -> None:
    (folder / "docs-1.js").unlink()

    problem = refused(folder)

    assert problem.file == f"{VILLAGE}/search/docs-1.js"
    assert "文件或文件夹不存在" in problem.message_zh
    assert f"tasks.py build --division {VILLAGE}" in problem.hint_zh


def test_another_version_is_refused(folder: Path) -> None:
    edit(folder / "docs-1.js", '"version":1', '"version":2')

    assert "版本是 2，应为 1" in refused(folder).message_zh


def test_the_texts_of_another_site_are_refused(folder: Path) -> None:
    edit(folder / "docs.js", VILLAGE, "990101100202")

    problem = refused(folder)

    assert problem.file == f"{VILLAGE}/search/docs.js"
    assert "这是 990101100202 的检索文本" in problem.message_zh


def test_a_block_under_another_name_is_refused(folder: Path) -> None:
    (folder / "docs-1.js").write_bytes((folder / "docs.js").read_bytes())

    assert "文件里的块号是 0" in refused(folder).message_zh


def test_a_text_that_was_changed_by_hand_is_refused(folder: Path) -> None:
    edit(folder / "docs-1.js", "第3期村务公开", "第8期村务公开")

    assert "不是同一次生成的" in refused(folder).message_zh


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("2020-01-04", "2020-13-04"),
        ("2020-01-04", "2020-02-30"),
        ("articles/0003", "javascript:alert(1)"),
        ('"article"', '"articles"'),
        (',0,"article"', ',7,"article"'),
        (",[]]", ',[["rows",0,3]]]'),
        (",[]]", ",[[0,0,1]]]"),
        (",[]]", "]"),
        ('[["E0203"', '[[203,"E0203"'),
        ('"texts":[', '"texts":[[],'),
        ('"texts":[', '"texts":[NaN,'),
        ('"texts":[', '"texts":{"a":['),
        ("DISCLOSURE.texts(", "alert("),
    ],
)
def test_a_damaged_block_is_refused(folder: Path, old: str, new: str) -> None:
    edit(folder / "docs-1.js", old, new)

    assert refused(folder).file == f"{VILLAGE}/search/docs-1.js"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[: len(data) // 2],
        lambda data: b"",
        lambda data: b"\xff" + data,
        lambda data: b"DISCLOSURE.texts(" + b"[" * 100_000 + b");\n",
        lambda data: b"DISCLOSURE.texts(7);\n",
        lambda data: data.replace(b'"blocks":1', b'"blocks":"1"'),
        lambda data: data.replace(b'"blocks":1', b'"blocks":true'),
        lambda data: data.replace(b'"blocks":1', b'"blocks":0'),
        lambda data: data.replace(b'"documents":35', b'"documents":36'),
    ],
)
def test_a_damaged_newest_block_is_refused(folder: Path, damage: Callable[[bytes], bytes]) -> None:
    path = folder / "docs.js"
    path.write_bytes(damage(path.read_bytes()))

    assert refused(folder).file == f"{VILLAGE}/search/docs.js"
