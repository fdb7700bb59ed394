from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.problem import DisclosureError
from disclosure.starting.place import fresh_folder


def test_the_folder_appears_whole(tmp_path: Path) -> None:
    with fresh_folder(tmp_path / "root") as folder:
        (folder / "a").write_text("1")
        assert not (tmp_path / "root").exists()

    assert [path.name for path in tmp_path.iterdir()] == ["root"]
    assert (tmp_path / "root" / "a").read_text() == "1"


def test_an_empty_folder_may_be_used(tmp_path: Path) -> None:
    (tmp_path / "root").mkdir()

    with fresh_folder(tmp_path / "root") as folder:
        (folder / "a").write_text("1")

    assert (tmp_path / "root" / "a").exists()


def test_nothing_is_left_of_what_fails(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), fresh_folder(tmp_path / "root") as folder:
        (folder / "a").rename(folder / "b")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["full", "file", "nowhere/root", "link"])
def test_a_place_that_is_taken_or_nowhere_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "link").symlink_to(tmp_path / "full")
    before = sorted(tmp_path.rglob("*"))

    with pytest.raises(DisclosureError) as caught, fresh_folder(tmp_path / name):
        pass

    assert [(one.code, one.file) for one in caught.value.problems] == [("start-refused", "")]
    assert sorted(tmp_path.rglob("*")) == before
