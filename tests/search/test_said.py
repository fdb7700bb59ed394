from __future__ import annotations

from pathlib import Path

from disclosure.search.said import said_of, said_of_all


def test_a_file_that_was_touched_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a.js").write_text("村", "utf-8")
    before = said_of_all(str(tmp_path), ["a.js"])

    (tmp_path / "a.js").write_text("村务", "utf-8")

    assert before != [""]
    assert said_of_all(str(tmp_path), ["a.js", "b.js"]) != [*before, ""]


def test_a_folder_with_a_file_more_is_seen(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    before = said_of(f"{tmp_path}/a")

    (tmp_path / "a" / "b.js").write_text("村", "utf-8")

    assert said_of(f"{tmp_path}/a") != before


def test_of_what_is_missing_or_a_link_nothing_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.js").symlink_to(tmp_path)

    assert said_of_all(str(tmp_path), ["a.js", "b.js"]) == ["", ""]
