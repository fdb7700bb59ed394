"""The plug is pulled or the disk fills up: the old release is shown, then the new one."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from disclosure.mirror.checking import differences
from disclosure.mirror.home import Home
from disclosure.mirror.source import FolderSource
from disclosure.mirror.sync import sync
from tests.mirror.point import (
    HELD,
    HELD_NEW,
    NOON,
    one_behind,
    shown,
)

POINTS = 50
WATCHED = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "shutil.rmtree"}


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mirror that holds the first release, and a stick with the second, without deltas."""
    return one_behind(tmp_path_factory.mktemp("second"))


def in_child(run: Callable[[], object]) -> int:
    """Run something in a process of its own; return how that ended, as os.waitpid says it."""
    child = os.fork()
    if not child:
        try:
            run()
        except BaseException:  # noqa: BLE001
            os._exit(1)
        os._exit(0)
    return os.waitpid(child, 0)[1]


def killed_at(point: int, folder: Path) -> Callable[[], object]:
    """Return an update that kills itself at its `point`-th step on the disk."""

    def run() -> None:
        left = point

        def hook(event: str, _: object) -> None:
            nonlocal left
            if event in WATCHED:
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        sync(Home(folder / "home"), FolderSource(folder / "stick"), NOON)

    return run


def steps_of(second: Path, folder: Path) -> int:
    """Return how many steps on the disk an update takes."""
    low, high = 1, 4096
    while low < high:
        middle = (low + high) // 2
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(second, folder)
        if in_child(killed_at(middle, folder)):
            low = middle + 1
        else:
            high = middle
    return low


@pytest.mark.slow
def test_update_killed_anywhere_leaves_a_whole_release_and_the_next_one_ends_well(
    second: Path, tmp_path: Path
) -> None:
    steps = steps_of(second, tmp_path / "measured")
    assert steps > POINTS
    ends, killed = set(), 0

    for number in range(POINTS):
        folder = tmp_path / f"point-{number}"
        shutil.copytree(second, folder)
        home = Home(folder / "home")
        status = in_child(killed_at(1 + number * (steps - 2) // (POINTS - 1), folder))
        killed += os.WIFSIGNALED(status)

        between = shown(home)
        assert between in (HELD, HELD_NEW)
        assert not differences(home, home.current())
        ends.add(between == HELD_NEW)

        sync(home, FolderSource(folder / "stick"), NOON)
        assert shown(home) == HELD_NEW
        assert home.releases() == [1, 2]
        assert not list(home.staged.iterdir())
        shutil.rmtree(folder)

    assert killed >= POINTS - 2  # the number of steps is not the same each time
    assert ends == {False, True}


def test_disk_that_fills_up_half_way_leaves_the_old_release(second: Path, tmp_path: Path) -> None:
    folder = tmp_path / "full"
    shutil.copytree(second, folder)
    (home := Home(folder / "home")).folder.joinpath("known").mkdir(exist_ok=True)
    shutil.rmtree(home.folder / "sites")
    shutil.rmtree(home.folder / "releases")
    (home.folder / "CURRENT").unlink()

    def run() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
        sync(home, FolderSource(folder / "stick"), NOON)

    assert in_child(run) != 0
    assert home.current().number == 0

    sync(home, FolderSource(folder / "stick"), NOON)

    assert shown(home) == HELD_NEW
