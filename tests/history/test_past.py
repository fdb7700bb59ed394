from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.history import Past, Touch, past_of
from disclosure.problem import DisclosureError
from tests.history.repository import commit, git

FILE = "content/9901/data/a/rows.csv"
BESIDE = "content/9901/data/a/datapackage.yaml"
TEXT = "第一行\n第二行\n第三行\n第四行\n"


def tables(file: str) -> bool:
    return file.endswith(".csv")


def test_a_file_is_told_from_its_oldest_commit_with_what_lies_beside_it(tmp_path: Path) -> None:
    commit(tmp_path, {FILE: "一\n", BESIDE: "甲\n", "content/9901/data/b/rows.csv": "一\n"})
    git(tmp_path, "branch", "before")
    commit(tmp_path, {FILE: "二\n"}, message="mend\n\n更正:写错")
    commit(tmp_path, {FILE: "三\n"})

    beside, rows = past_of(tmp_path, "before", tables)

    assert beside == Past(BESIDE, BESIDE, "甲\n".encode(), ())
    first, second, third = (f"{sign}\n".encode() for sign in "一二三")
    assert rows.touches == (Touch("写错", first, second), Touch("", second, third))
    assert (rows.content, rows.committed) == (first, third)


def test_a_file_keeps_its_past_through_renames_and_absence(tmp_path: Path) -> None:
    moved = "content/9901/data/b/rows.csv"
    commit(tmp_path, {FILE: TEXT})
    git(tmp_path, "branch", "before")
    (tmp_path / "content/9901/data/b").mkdir()
    git(tmp_path, "mv", FILE, moved)
    commit(tmp_path, {})
    (tmp_path / moved).unlink()
    commit(tmp_path, {}, message="更正:重复")
    commit(tmp_path, {moved: TEXT + "第五行\n"})

    (past,) = past_of(tmp_path, "before", tables)

    assert (past.file, past.name) == (FILE, moved)
    assert [touch.reason for touch in past.touches] == ["", "重复", ""]
    assert past.committed == (TEXT + "第五行\n").encode()


def test_new_files_and_unchanged_ones_have_no_past(tmp_path: Path) -> None:
    commit(tmp_path, {FILE: "一\n"})
    git(tmp_path, "branch", "before")
    commit(tmp_path, {"content/9901/data/b/rows.csv": "一\n", BESIDE: "甲\n"})

    assert past_of(tmp_path, "before", tables) == ()


def test_a_revision_nobody_knows_is_a_problem(tmp_path: Path) -> None:
    commit(tmp_path, {FILE: "一\n"})

    with pytest.raises(DisclosureError):
        past_of(tmp_path, "nowhere", tables)
