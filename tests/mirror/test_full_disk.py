"""A small disk that is really full: the old release is shown, then the new one."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.mirror.point import one_behind

ROOT = Path(__file__).parents[2]
# A mount that only this process and its children see; root of a namespace of its own makes it.
OWN_MOUNTS = ("unshare", "--map-root-user", "--mount")
SIZE = 2 << 20  # bytes of the disk

# Run on the small disk, in whose root the village's home is laid: prints what is said and shown.
UPDATE = """
import sys
from pathlib import Path
from disclosure.mirror.home import Home
from disclosure.mirror.source import FolderSource
from disclosure.mirror.sync import sync
from disclosure.mirror.telling import said
from disclosure.problem import DisclosureError
from disclosure.refusal import why_refused
from tests.mirror.point import HELD, HELD_NEW, NOON, one_behind, shown

disk, stick, when = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
home, source = Home(disk / "home"), FolderSource(stick)
whole = source.read


def fill():
    try:
        with (disk / "filler").open("ab", buffering=0) as file:
            while file.write(bytes(4096)):
                pass
    except OSError:
        pass


def read(path, start=0):
    for chunk in whole(path, start):
        if path.startswith(when):
            fill()
        yield chunk


source.read = read
try:
    sync(home, source, NOON)
    print("taken")
except DisclosureError as error:
    print("".join(said(error.problems)))
except OSError as error:
    print(why_refused(error))
print("old" if shown(home) == HELD else "torn")
(disk / "filler").unlink(missing_ok=True)
source.read = whole
sync(home, source, NOON)
print("new" if shown(home) == HELD_NEW else "torn")
"""


def may_mount(folder: Path) -> bool:
    """Tell whether this machine lets us have mounts of our own."""
    mount = [*OWN_MOUNTS, "mount", "-t", "tmpfs", "none", str(folder)]
    return (
        bool(shutil.which("unshare"))
        and not subprocess.run(mount, capture_output=True, check=False).returncode
    )


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A mirror that holds the first release, and a stick with the second."""
    return one_behind(tmp_path_factory.mktemp("second"))


@pytest.mark.parametrize("when", ["metadata/timestamp", "metadata/3.snapshot", "deltas/"])
def test_disk_that_is_full_half_way_leaves_the_old_release(
    second: Path, tmp_path: Path, when: str
) -> None:
    """Another program fills the disk while some file is fetched, and gives the room back."""
    disk = tmp_path / "disk"
    disk.mkdir()
    if not may_mount(disk):
        pytest.skip("no mounts of one's own here: the disk is full by RLIMIT_FSIZE alone")
    commands = (
        f'mount -t tmpfs -o size={SIZE} none "$1" && cp -r "$2/home" "$1" && '
        'exec "$3" -c "$4" "$1" "$2/stick" "$5"'
    )
    arguments = [str(disk), str(second), sys.executable, UPDATE, when]

    done = subprocess.run(
        [*OWN_MOUNTS, "sh", "-c", commands, "sh", *arguments],
        capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip

    words, during, after = done.stdout.splitlines()
    assert "磁盘" in words
    assert (during, after) == ("old", "new")
