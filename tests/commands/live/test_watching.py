from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import sleep

import pytest

from commands.live.watching import Inbox, hear, watching
from disclosure.problem import DisclosureError


def heard(inbox: Inbox, wanted: Path) -> set[str]:
    """Return all that is told until a file is."""
    files: set[str] = set()
    while str(wanted) not in files:
        files |= inbox.take()
    return files


def wake(inbox: Inbox, folder: Path) -> None:
    """Return when the folder is being watched: until then changes are not told."""
    for number in range(10_000):
        (folder / f"wake-{number}").touch()
        if inbox.take(0):
            return
        sleep(0.01)


def write(path: Path) -> None:
    path.write_text("x", "utf-8")


def write_by_rename(path: Path) -> None:
    part = path.with_name("part")
    part.write_text("x", "utf-8")
    part.replace(path)


def write_in_a_new_folder_first(path: Path) -> None:
    (path.parent / "new").mkdir()
    write(path)


@pytest.mark.parametrize("save", [write, write_by_rename, write_in_a_new_folder_first, os.mkdir])
def test_a_saved_file_is_told_however_it_is_saved(
    tmp_path: Path, save: Callable[[Path], None]
) -> None:
    path = tmp_path / "a.md"

    with watching([tmp_path]) as inbox:
        wake(inbox, tmp_path)
        save(path)

        assert str(path) in heard(inbox, path)


def test_a_file_that_goes_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write(path)

    with watching([tmp_path]) as inbox:
        wake(inbox, tmp_path)
        path.unlink()

        assert str(path) in heard(inbox, path)


def test_what_editors_keep_beside_a_file_is_not_told(tmp_path: Path) -> None:
    path = tmp_path / "a.md"

    with watching([tmp_path]) as inbox:
        wake(inbox, tmp_path)
        write(tmp_path / ".a.md.swp")
        write(tmp_path / "a.md~")
        write(path)

        told = heard(inbox, path)

    assert not {name for name in told if name.endswith(("~", ".swp"))}


def test_what_comes_together_is_taken_together() -> None:
    inbox = Inbox()
    inbox.queue.put({"a"})
    inbox.queue.put({"b"})

    assert inbox.take() == {"a", "b"}
    assert inbox.take(0) == set()


def test_whoever_cannot_watch_says_so(tmp_path: Path) -> None:
    inbox = Inbox()
    hear((tmp_path / "missing",), inbox, Event())

    with pytest.raises(DisclosureError) as caught:
        inbox.take()
    assert caught.value.problems[0].code == "watch-failed"
