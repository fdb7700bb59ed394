from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.history import Changed, changed_since, contents_at
from disclosure.problem import DisclosureError
from tests.history.repository import commit, git


def codes(error: DisclosureError) -> list[str]:
    return [problem.code for problem in error.problems]


def test_committed_staged_edited_and_new_files_are_changed(tmp_path: Path) -> None:
    commit(tmp_path, dict.fromkeys(("a.md", "b.md", "c.md", "d.md", "e.md"), "one"))
    git(tmp_path, "checkout", "--quiet", "-b", "work")
    commit(tmp_path, {"a.md": "two"})

    (tmp_path / "b.md").write_text("two")
    git(tmp_path, "add", "b.md")
    (tmp_path / "c.md").write_text("two")
    (tmp_path / "新.md").write_text("two")
    (tmp_path / "d.md").unlink()
    changed = changed_since(tmp_path, "main")

    assert changed == Changed(
        present=("a.md", "b.md", "c.md", "新.md"), removed=("d.md",), added=("新.md",)
    )


def test_what_only_the_other_branch_changed_is_not_ours(tmp_path: Path) -> None:
    commit(tmp_path, {"a.md": "one", "b.md": "one"})
    git(tmp_path, "branch", "work")
    commit(tmp_path, {"a.md": "two"})
    git(tmp_path, "checkout", "--quiet", "work")
    commit(tmp_path, {"b.md": "two"})

    changed = changed_since(tmp_path, "main")

    assert changed == Changed(present=("b.md",), removed=())


def test_a_rename_is_one_file_gone_and_one_there(tmp_path: Path) -> None:
    commit(tmp_path, {"a.md": "the same text\n" * 20})

    git(tmp_path, "mv", "a.md", "b.md")
    changed = changed_since(tmp_path, "HEAD")

    assert changed == Changed(present=("b.md",), removed=("a.md",), added=("b.md",))


def test_a_root_inside_a_repository_sees_its_own_files_only(tmp_path: Path) -> None:
    commit(tmp_path, {"city/content/a.md": "one", "other/content/a.md": "one"})

    (tmp_path / "city/content/a.md").write_text("two")
    (tmp_path / "other/content/a.md").write_text("two")
    (tmp_path / "other/content/b.md").write_text("two")
    changed = changed_since(tmp_path / "city", "HEAD")

    assert changed == Changed(present=("content/a.md",), removed=())


@pytest.mark.parametrize("revision", ["nowhere", "--output=stolen", "", "HEAD..HEAD", "a b"])
def test_an_unknown_revision_is_a_problem(tmp_path: Path, revision: str) -> None:
    commit(tmp_path, {"a.md": "one"})

    with pytest.raises(DisclosureError) as error:
        changed_since(tmp_path, revision)

    assert codes(error.value) == ["revision-unknown"]
    assert not (tmp_path / "stolen").exists()


def test_a_folder_outside_git_is_a_problem(tmp_path: Path) -> None:
    with pytest.raises(DisclosureError) as error:
        changed_since(tmp_path, "HEAD")

    assert codes(error.value) == ["git-failed"]


def test_a_machine_without_git_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(DisclosureError) as error:
        changed_since(tmp_path, "HEAD")

    assert codes(error.value) == ["git-failed"]
    assert error.value.problems[0].message_zh.endswith("没有安装 git")


def test_branches_without_common_history_are_a_problem(tmp_path: Path) -> None:
    commit(tmp_path, {"a.md": "one"})
    git(tmp_path, "checkout", "--quiet", "--orphan", "other")
    commit(tmp_path, {"a.md": "two"})

    with pytest.raises(DisclosureError) as error:
        changed_since(tmp_path, "main")

    assert codes(error.value) == ["revision-unrelated"]


def test_what_files_held_before_is_told(tmp_path: Path) -> None:
    commit(tmp_path, {"city/新 a.md": "one", "city/b.md": "two"})
    (tmp_path / "city/新 a.md").unlink()

    held = contents_at(tmp_path / "city", "HEAD", ["新 a.md", "b.md"])

    assert held == {"新 a.md": b"one", "b.md": b"two"}
