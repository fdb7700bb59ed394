from __future__ import annotations

from datetime import date
from pathlib import Path

from disclosure.history import newest_commit_day
from tests.history.repository import commit


def test_the_newest_commit_of_content_or_catalogue_counts(tmp_path: Path) -> None:
    commit(tmp_path, {"content/a.md": "one"}, moment="2026-10-01T12:00:00+08:00")
    commit(tmp_path, {"catalogue/b.csv": "one"}, moment="2026-10-02T12:00:00+08:00")
    commit(tmp_path, {"README.md": "one"}, moment="2026-10-03T12:00:00+08:00")

    assert newest_commit_day(tmp_path) == date(2026, 10, 2)


def test_the_day_is_that_of_beijing(tmp_path: Path) -> None:
    commit(tmp_path, {"content/a.md": "one"}, moment="2026-10-01T16:30:00+00:00")

    assert newest_commit_day(tmp_path) == date(2026, 10, 2)


def test_without_git_or_such_a_commit_there_is_no_day(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    inside = tmp_path / "inside"
    inside.mkdir()
    commit(inside, {"README.md": "one"})

    assert newest_commit_day(outside) is None
    assert newest_commit_day(inside) is None
