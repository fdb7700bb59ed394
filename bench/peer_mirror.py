"""What others send for the same change: rsync -z, git bundle, ZIM; what is absent is left out."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tarfile
from pathlib import Path

import zstandard

GIT = ("-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "gc.auto=0")
LEVEL, WINDOW = 19, 27  # of zstd, as packs have them


def rsync(old: Path, new: Path) -> int | None:
    """Return the bytes that rsync -z sends and receives to bring a folder up to date."""
    program = shutil.which("rsync")
    if not program:
        return None
    command = [program, "-a", "-z", "--delete", "--stats", "-e", "env"]
    printed = subprocess.run(  # `env` stands for ssh: two rsync talk, on one machine
        [*command, f"{new}/", f"FAR=1:{old}/"], check=True, capture_output=True, text=True,
        env=os.environ | {"LC_ALL": "C"},
    ).stdout  # fmt: skip
    sums = re.findall(r"^Total bytes (?:sent|received): ([\d,]+)", printed, re.MULTILINE)
    return sum(int(one.replace(",", "")) for one in sums)


def commit(repository: Path, folder: Path) -> None:
    """Make what lies in a folder the newest commit of a repository that is not in it."""
    run_git(repository, folder, "init", "-q")
    run_git(repository, folder, "add", "-A")
    run_git(repository, folder, "commit", "-q", "-m", "all")


def git_bundle(repository: Path, folder: Path) -> int:
    """Return the bytes of the bundle that leads from the commit before to the newest."""
    bundle = repository.with_suffix(".bundle")
    run_git(repository, folder, "bundle", "create", "-q", str(bundle), "HEAD~1..HEAD")
    return bundle.stat().st_size


def run_git(repository: Path, folder: Path, *arguments: str) -> None:
    """Run git on a folder."""
    place = [f"--git-dir={repository}", f"--work-tree={folder}"]
    subprocess.run(["git", *GIT, *place, *arguments], check=True, cwd=folder)


def tar_zst(folder: Path) -> int:
    """Return the bytes of a folder as one tar, compressed as packs are."""
    target = folder.with_suffix(".tar")
    with tarfile.open(target, "w", format=tarfile.USTAR_FORMAT) as tar:
        tar.add(folder, arcname="", filter=plain)
    about = zstandard.ZstdCompressionParameters.from_level(LEVEL, window_log=WINDOW)
    size = len(zstandard.ZstdCompressor(compression_params=about).compress(target.read_bytes()))
    target.unlink()
    return size


def plain(about: tarfile.TarInfo) -> tarfile.TarInfo:
    """Leave out what differs from one copy to another."""
    about.uid = about.gid = about.mtime = 0
    about.uname = about.gname = ""
    return about


def zim(folder: Path) -> int | None:
    """Return the bytes of a folder as a ZIM: it is fetched whole whatever changed."""
    try:
        from libzim.writer import Creator, Hint, Item, StringProvider
    except ImportError:
        return None

    class File(Item):  # type: ignore[misc]  # libzim has no types
        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

        def get_path(self) -> str:
            return self.path.relative_to(folder).as_posix()

        def get_title(self) -> str:
            return ""

        def get_mimetype(self) -> str:
            return "text/html" if self.path.suffix == ".html" else "application/octet-stream"

        def get_contentprovider(self) -> object:
            return StringProvider(self.path.read_bytes())

        def get_hints(self) -> dict[object, bool]:
            return {Hint.FRONT_ARTICLE: False, Hint.COMPRESS: True}

    target = folder.with_suffix(".zim")
    with Creator(target) as creator:
        creator.set_mainpath("index.html")
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                creator.add_item(File(path))
    size = target.stat().st_size
    target.unlink()
    return size
