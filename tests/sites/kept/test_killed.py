"""A build killed at any moment: the next makes what a build from nothing makes."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from random import Random

import pytest

from disclosure.catalogue import PRODUCT
from disclosure.sites.build import Request, build_sites
from tests.sites.kept.edits import retitle, rewrite, share
from tests.sites.trees import DAY, content_of, copy_small

pytestmark = pytest.mark.slow
KILLS = 8


def start_build(root: Path, output: Path) -> subprocess.Popen[bytes]:
    """Start the program itself, in a process group of its own."""
    words = ["build", "--root", root, "--output", output, "--as-of", str(DAY), "--jobs", "2"]
    return subprocess.Popen(
        [sys.executable, PRODUCT / "tasks.py", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def traces(root: Path, output: Path) -> float:
    """Return the time of the newest change below the state and the output."""
    folders = (root / ".build", output)
    paths = [path for folder in folders for path in folder.rglob("*")]
    return max((path.lstat().st_ctime for path in paths if os.path.lexists(path)), default=0.0)


def kill_within(program: subprocess.Popen[bytes], root: Path, output: Path, seconds: float) -> None:
    """Kill a build some time after it has begun to write."""
    before = traces(root, output)
    while program.poll() is None and traces(root, output) == before:
        time.sleep(0.01)
    time.sleep(seconds)
    if program.poll() is None:
        os.killpg(program.pid, signal.SIGKILL)
    program.wait()


@pytest.mark.parametrize("seed", range(2))
def test_killed_builds_leave_nothing_that_the_next_would_wrongly_believe(
    tmp_path: Path, seed: int
) -> None:
    root, output = copy_small(tmp_path), tmp_path / "output"
    build_sites(Request(root, output, DAY, is_kept=True))
    rng = Random(seed)
    for _ in range(KILLS):
        rng.choice([retitle, rewrite, share])(root, rng)
        kill_within(start_build(root, output), root, output, rng.random() * 1.2)
        if rng.random() < 0.5:  # back to what stood before: what is known of it may not be right
            shutil.rmtree(root / "content")
            shutil.copytree(copy_small(tmp_path / f"{rng.random()}") / "content", root / "content")

        build_sites(Request(root, output, DAY, is_kept=True))
        build_sites(Request(root, tmp_path / "clean", DAY))

        assert content_of(output) == content_of(tmp_path / "clean")
        shutil.rmtree(tmp_path / "clean")
