"""Whether everything stands as a build left it, known before anything is read or imported for it.

A build of all sites in which nothing was wrong keeps what it rested on as a whole. Where all of it
is the same, another build would come to the same: it need not begin.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from disclosure.division import CONTENT
from disclosure.history.git import ask_git
from disclosure.kept.grounds import digest_files
from disclosure.kept.said import digest, said_of, stands_at
from disclosure.kept.store import Store
from disclosure.kept.unchanged import is_unchanged
from disclosure.problem import DisclosureError
from disclosure.product import PRODUCT
from disclosure.sites.kept.grounds import digest_of_build
from disclosure.sites.kept.outputs import open_sites

FILE = "whole"
STATIC = PRODUCT / "theme" / "static"


class Whole(Struct, frozen=True):
    """What a build of everything came to."""

    sites: int
    pages: int
    notes: tuple[str, ...]


class Outset(Struct, frozen=True):
    """All that a build of everything rests on, as it was before the build began.

    `grounds` are those of every site, `told` is all of it without the files of the content: whether
    git vouches for them is part of it.
    """

    root: Path
    output: Path
    store: Store
    grounds: str
    told: str
    is_vouched: bool

    def before(self) -> Whole | None:
        """Return what came of the build before, where nothing has changed."""
        for line in self.store.read(self.told):
            stands, seen, sites, pages, notes = json.loads(line)
            with suppress(OSError):  # there is no output
                if stands == digest_output(self.output) and self.is_seen(seen):
                    return Whole(sites, pages, tuple(notes))
        return None

    def is_seen(self, seen: str) -> bool:
        """Tell whether the content is that of the build before."""
        return self.is_vouched or is_unchanged(self.root, seen, codes_in(self.output))

    def keep(self, whole: Whole, seen: str) -> None:
        """Keep what came of this build; `seen` is the digest of the folders as it saw them."""
        with suppress(OSError):
            parts = [digest_output(self.output), seen, whole.sites, whole.pages, whole.notes]
            self.store.write(self.told, [json.dumps(parts, ensure_ascii=False).encode()])


def outset_of(
    root: Path, output: Path, config: Path, day: date, secret: bytes, *, is_vouched: bool
) -> Outset | None:
    """Return what a build is about to rest on; None where that cannot be told."""
    grounds = digest_of_build(root, config)
    store = open_sites(root, output, secret) if grounds else None
    if grounds is None or store is None:
        return None
    content = "vouched" if is_vouched else stands_at(root / CONTENT)  # whose names tell who strays
    told = " ".join([grounds, digest_files(STATIC), str(day), head_of(root), content])
    return Outset(root, output, replace(store, file=FILE), grounds, told, is_vouched)


def head_of(root: Path) -> str:
    """Return the newest commit, and whether all before it is known; "" where there is none."""
    try:
        return " ".join(ask_git(root, "rev-parse", "--is-shallow-repository", "HEAD").split())
    except DisclosureError:
        return ""


def digest_output(output: Path) -> str:
    """Return the digest of what the system says of all that lies in an output."""
    with os.scandir(output) as items:
        said = sorted((item.name, said_of(item.stat(follow_symlinks=False))) for item in items)
    return digest(repr(said).encode("utf-8", "surrogateescape"))


def codes_in(output: Path) -> list[str]:
    """Return the codes of the sites in an output."""
    return sorted(name for name in os.listdir(output) if name.isdecimal())  # noqa: PTH208 - names
