"""The mirror's program as a village PC has it: its own few packages, and another system's ways."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from disclosure.bundle.names import unfit
from disclosure.mirror.fetch import Fetcher
from disclosure.mirror.source import FolderSource
from disclosure.mirror.sync import sync
from tests.mirror.line import served
from tests.mirror.network import VILLAGE, Publisher, make_keys
from tests.mirror.point import BIG, FILES, NOON, home_of

ROOT = Path(__file__).parents[2]
TODAY = datetime.now(UTC).date()  # the program reads the clock
FOREIGN = ("pelican", "yaml", "click", "jinja2", "cryptography", "frictionless", "lunr")
SOURCES = ("disclosure", "plugins", "LICENSES")
PLAIN_FILES = ("pyproject.toml", "README.md", "LICENSE")
POSIX_ONLY = ("fcntl", "resource", "pwd", "grp", "termios")


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment in which nothing but `.[mirror]` was installed."""
    folder = tmp_path_factory.mktemp("alone")
    source = folder / "source"  # a copy: the backend writes beside what it builds
    for name in SOURCES:
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / name, source / name, ignore=ignored)
    for name in PLAIN_FILES:
        shutil.copy(ROOT / name, source / name)
    subprocess.run([sys.executable, "-m", "venv", str(folder / "venv")], check=True)
    binaries = folder / "venv/bin"
    done = subprocess.run(
        [str(binaries / "pip"), "install", "-q", f"{source}[mirror]"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if "No matching distribution" in done.stderr or "Failed to establish" in done.stderr:
        pytest.skip("no packages can be installed here")
    assert done.returncode == 0, done.stderr
    return binaries


@pytest.mark.slow
def test_mirror_runs_on_its_own_few_packages(environment: Path, tmp_path: Path) -> None:
    Publisher(tmp_path / "bundle", make_keys(tmp_path / "keys"), TODAY).publish(FILES, BIG)

    def run(*arguments: str) -> str:
        done = subprocess.run(
            [str(environment / "mirror"), *arguments],
            capture_output=True, text=True, cwd=tmp_path, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout

    with served(tmp_path / "bundle") as line:
        run("init", "--division", VILLAGE, "--source", line.address)
        assert "已更新到第 1 版" in run("sync")
    assert "与签发的完全一致" in run("verify")
    assert f"区划代码：{VILLAGE}" in run("status")


@pytest.mark.slow
def test_nothing_of_how_sites_are_made_comes_with_it(environment: Path, tmp_path: Path) -> None:
    script = f"from importlib.util import find_spec\nprint(*filter(find_spec, {FOREIGN}))"

    found = subprocess.run(
        [str(environment / "python"), "-c", script],
        capture_output=True, text=True, cwd=tmp_path, check=True,
    )  # fmt: skip

    assert found.stdout.split() == []


WINDOWS = """
import os, sys
for name in {posix}:
    sys.modules[name] = None  # importing it fails, as on Windows
for name in ("posix_fadvise", "O_DIRECTORY", "sync", "fork", "getuid"):
    if hasattr(os, name):
        delattr(os, name)
def refuse(*_, **__):
    raise OSError("FAT knows no links")
os.link = os.symlink = os.rename = refuse
from pathlib import Path
Path.rename = lambda path, target: os.replace(path, target)
import disclosure.alone
disclosure.alone.take = lambda handle: None  # msvcrt takes it there
from disclosure.mirror.__main__ import main
sys.exit(main(sys.argv[1:]))
"""


def test_mirror_needs_nothing_that_windows_lacks(tmp_path: Path) -> None:
    """No fcntl, no links, no synced folders: files are replaced and that is all."""
    Publisher(tmp_path / "stick", make_keys(tmp_path / "keys"), TODAY).publish(FILES, BIG)
    script = WINDOWS.format(posix=POSIX_ONLY)

    for arguments in (
        ["init", "--division", VILLAGE, "--source", str(tmp_path / "stick")],
        ["sync"],
        ["verify"],
        ["status"],
    ):
        done = subprocess.run(
            [sys.executable, "-c", script, *arguments, "--home", str(tmp_path / "home")],
            capture_output=True, text=True, check=False, cwd=ROOT,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr


def test_names_that_a_mirror_makes_are_names_on_windows(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "stick", make_keys(tmp_path / "keys"))
    publisher.publish(FILES, BIG)
    home = home_of(tmp_path / "home", publisher)

    sync(home, FolderSource(publisher.folder), NOON)

    names = [path.relative_to(home.folder) for path in home.folder.rglob("*")]
    odd = [name.as_posix() for name in names if unfit(name.name)]
    assert odd == []
    assert [path for path in home.folder.rglob("*") if path.is_symlink()] == []


def test_file_being_fetched_has_a_name_without_folders(tmp_path: Path) -> None:
    (tmp_path / "BUNDLE.json").write_text("{}\n")

    staged = Fetcher(FolderSource(tmp_path), tmp_path / "staged").place("blobs/ab/abcd")

    assert staged == tmp_path / "staged" / "blobs+ab+abcd"
