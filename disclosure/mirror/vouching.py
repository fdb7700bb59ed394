"""The signed lists that vouch for a release, kept beside it: so it can be proven by itself."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from disclosure.mirror.home import Home, Release
from disclosure.trust.client import METADATA, fetch_lists, fetch_pledge
from disclosure.trust.roles import ROOT

ROOTS = "root_history"  # where python-tuf keeps the keys that followed the first ones
NAME = "本机保存的签名清单"
# Whether they have expired since is another question: they were believed when they were fetched.
ANY_TIME = datetime.fromtimestamp(0, UTC)


def keep_lists(home: Home, release: Release) -> None:
    """Keep the lists as they are known now, which are those that a release rests on."""
    target = home.lists(release.number)
    if files_in(target) != files_in(home.known):
        new = target.with_name(f"{target.name}.new")
        for old in (new, target):
            shutil.rmtree(old, ignore_errors=True)
        shutil.copytree(home.known, new)
        new.rename(target)


def files_in(folder: Path) -> dict[Path, bytes]:
    """Return what lies in a folder of lists."""
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder): path.read_bytes() for path in paths}


def vouched(home: Home, release: Release) -> dict[tuple[str, str], list[str]]:
    """Return the archives that are signed for a release, by code and part; raise DisclosureError.

    A mirror of before lists were kept has those that it knows now.
    """
    kept = home.lists(release.number)
    folder = kept if kept.is_dir() else home.known
    with TemporaryDirectory() as work:
        lists = fetch_lists(
            Path(work), lambda name: read_list(folder, name), home.first_root(), ANY_TIME, NAME
        )
        pledges = (fetch_pledge(lists, code, NAME) for code in release.sites)
        return {
            (pledge.code, part): [archive.sha256 for archive in archives]
            for pledge in pledges
            if pledge
            for part, archives in pledge.parts.items()
        }


def read_list(folder: Path, name: str) -> Iterator[bytes]:
    """Yield a list by its name in a bundle; here it has no number but that of a root."""
    file = name.removeprefix(f"{METADATA}/")
    number, _, rest = file.partition(".")
    if rest == f"{ROOT}.json":
        file = f"{ROOTS}/{file}"
    elif number.isdecimal() and rest != "json":
        file = rest
    yield (folder / file).read_bytes()
