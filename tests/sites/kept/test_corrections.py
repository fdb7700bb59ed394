"""Corrections go on from where they were traced, and come to what git tells of all history."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.history import NO_HISTORY, corrections, read_corrections
from disclosure.sites.kept.corrections import kept_corrections
from tests.history.repository import commit

FILE = "content/9901/articles/rules.md"


def test_what_follows_is_added_to_what_was_traced(tmp_path: Path) -> None:
    commit(tmp_path, {FILE: "一\n", ".gitignore": ".build\n"})
    commit(tmp_path, {FILE: "二\n"}, message="更正:面积写错")
    first = kept_corrections(tmp_path)
    commit(tmp_path, {FILE: "三\n"}, message="更正:再改")

    again = kept_corrections(tmp_path)

    assert [one.reason for one in first.of(FILE)] == ["面积写错"]
    assert again == read_corrections(tmp_path)
    assert [one.reason for one in again.of(FILE)] == ["再改", "面积写错"]


def test_the_log_is_not_read_where_no_commit_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(tmp_path, {FILE: "一\n", ".gitignore": ".build\n"})
    commit(tmp_path, {FILE: "二\n"}, message="更正:面积写错")
    known = kept_corrections(tmp_path)
    monkeypatch.setattr(corrections, "read_log", None)

    assert kept_corrections(tmp_path) == known


def test_without_git_there_is_no_history(tmp_path: Path) -> None:
    assert kept_corrections(tmp_path) == NO_HISTORY


def test_a_damaged_file_counts_as_nothing(tmp_path: Path) -> None:
    commit(tmp_path, {FILE: "一\n", ".gitignore": ".build\n"})
    commit(tmp_path, {FILE: "二\n"}, message="更正:面积写错")
    known = kept_corrections(tmp_path)
    (tmp_path / ".build" / "history" / "kept").write_bytes(b"damaged")

    assert kept_corrections(tmp_path) == known
