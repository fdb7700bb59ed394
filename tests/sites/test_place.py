"""Putting a finished folder in its place: at once where the system can, mended where it cannot."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.sites.place import (
    exchange,
    restore,
    staged,
    staged_folder,
    swap_in_two_steps,
    write_file,
)
from tests.sites.trees import content_of


def test_finished_folder_takes_the_place_of_the_old(tmp_path: Path) -> None:
    for text in ("old", "new"):
        with staged_folder(tmp_path, "9901") as folder:
            (folder / "index.html").write_text(text)

    restore(tmp_path)

    assert content_of(tmp_path) == {"9901/index.html": b"new"}


def test_folder_that_is_not_finished_leaves_the_old_one(tmp_path: Path) -> None:
    with staged_folder(tmp_path, "9901") as folder:
        (folder / "index.html").write_text("old")

    with pytest.raises(FileNotFoundError), staged_folder(tmp_path, "9901") as folder:
        (folder / "nowhere" / "index.html").write_text("half")

    restore(tmp_path)
    assert content_of(tmp_path) == {"9901/index.html": b"old"}


def test_two_folders_change_places_in_one_step_or_not_at_all(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name)

    is_done = exchange(tmp_path / "one", tmp_path / "other")

    expected = {"one/file": b"one", "other/file": b"other"}
    swapped = {"one/file": b"other", "other/file": b"one"}
    assert content_of(tmp_path) == (swapped if is_done else expected)
    assert not exchange(tmp_path / "one", tmp_path / "nowhere")


def test_two_steps_come_to_the_same(tmp_path: Path) -> None:
    for folder, text in ((tmp_path / "9901", "old"), (staged(tmp_path, "9901"), "new")):
        folder.mkdir(parents=True)
        (folder / "index.html").write_text(text)

    swap_in_two_steps(tmp_path, "9901")

    assert content_of(tmp_path) == {"9901/index.html": b"new"}


def test_file_is_replaced_whole(tmp_path: Path) -> None:
    write_file(tmp_path, "index.html", "old")
    write_file(tmp_path, "index.html", "new")
    restore(tmp_path)

    assert content_of(tmp_path) == {"index.html": b"new"}
