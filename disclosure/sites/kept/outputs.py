"""Where it is kept what is known of an output: a folder of its own, for a few outputs."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from disclosure.kept.said import digest
from disclosure.kept.store import Store, open_store
from disclosure.sealed import BUILD

SITES = "sites"
OUTPUTS = 4  # of which it is known what stands there


def open_sites(root: Path, output: Path, secret: bytes) -> Store | None:
    """Return the store of an output, None where there can be none."""
    place = digest(os.fsencode(os.path.realpath(output)))[:8]
    return open_store(root, f"{SITES}-{place}", secret)


def forget_outputs(root: Path, here: Path) -> None:
    """Keep what is known of a few outputs only, those built last: each night may have its own."""
    others = [path for path in (root / BUILD).glob(f"{SITES}-*") if path != here]
    others.sort(key=lambda path: path.lstat().st_mtime_ns)
    for path in others[: -OUTPUTS + 1]:
        shutil.rmtree(path, ignore_errors=True)
