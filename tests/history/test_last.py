"""Which commit changed the content of each division last."""

from __future__ import annotations

from pathlib import Path

from disclosure.history import read_corrections
from disclosure.history.last import LastCommit
from disclosure.sites.kept.corrections import kept_corrections
from tests.history.repository import commit, git

CITY, COUNTY = "content/9901", "content/9901/990101"
RULES, LEASE = f"{CITY}/articles/rules.md", f"{COUNTY}/notices/lease.md"


def head(root: Path) -> str:
    return git(root, "rev-parse", "HEAD").strip()


def lasts(root: Path) -> dict[str, str]:
    found = read_corrections(root).last_by_folder
    return {folder: last.id for folder, last in found.items()}


def test_each_division_has_the_commit_that_changed_it_last(tmp_path: Path) -> None:
    commit(tmp_path, {RULES: "一\n", LEASE: "一\n"})
    first = head(tmp_path)

    commit(tmp_path, {LEASE: "二\n"}, moment="2026-11-03T23:30:00+00:00")
    commit(tmp_path, {"README.md": "no content\n"})

    assert lasts(tmp_path) == {CITY: first, COUNTY: git(tmp_path, "rev-parse", "HEAD~1").strip()}
    last = read_corrections(tmp_path).last_by_folder[COUNTY]
    assert last.day.isoformat() == "2026-11-04"


def test_file_that_moves_changes_both_divisions(tmp_path: Path) -> None:
    commit(tmp_path, {RULES: "一\n二\n三\n", LEASE: "一\n"})

    git(tmp_path, "mv", RULES, f"{COUNTY}/notices/rules.md")
    commit(tmp_path, {})

    assert lasts(tmp_path) == {CITY: head(tmp_path), COUNTY: head(tmp_path)}


def test_file_that_is_removed_changes_its_division(tmp_path: Path) -> None:
    commit(tmp_path, {RULES: "一\n", LEASE: "一\n"})

    (tmp_path / RULES).unlink()
    commit(tmp_path, {})

    assert lasts(tmp_path)[CITY] == head(tmp_path)


def test_one_division_is_told_its_own_alone(tmp_path: Path) -> None:
    commit(tmp_path, {RULES: "一\n", LEASE: "一\n"})

    mine = read_corrections(tmp_path).within(COUNTY)

    assert [*mine.last_by_folder] == [COUNTY]
    assert read_corrections(tmp_path).within("content/9902").last_by_folder == {}


def test_history_cut_short_tells_no_commit(tmp_path: Path) -> None:
    (tmp_path / "whole").mkdir()
    commit(tmp_path / "whole", {RULES: "一\n"})
    commit(tmp_path / "whole", {RULES: "二\n"})
    git(tmp_path, "clone", "--quiet", "--depth=1", (tmp_path / "whole").as_uri(), "cut")

    assert lasts(tmp_path / "cut") == {}


def test_what_was_kept_before_is_carried_on(tmp_path: Path) -> None:
    commit(tmp_path, {RULES: "一\n", LEASE: "一\n", ".gitignore": ".build/\n"})
    first = kept_corrections(tmp_path).last_by_folder

    commit(tmp_path, {LEASE: "二\n"})
    again = kept_corrections(tmp_path).last_by_folder

    assert again == read_corrections(tmp_path).last_by_folder
    assert again[CITY] == first[CITY]
    assert isinstance(again[COUNTY], LastCommit)
    assert again[COUNTY].id == head(tmp_path)
