"""Copies of the product's standard with something mended in them, to see what the check says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from disclosure.catalogue import PRODUCT


def copy_standard(root: Path) -> Path:
    """Copy the product's catalogue under `root`, which then brings its own standard."""
    shutil.copytree(PRODUCT / "catalogue", root / "catalogue")
    return root


def mend(root: Path, table: str) -> Path:
    """Mend the copy under `root`; each line of `table` is a file, a pattern and what replaces it.

    The three are parted by tabs; `^` and `$` match at line ends. A pattern that fits nothing is a
    mistake of the test.
    """
    for line in table.splitlines():
        file, pattern, replacement = line.split("\t")
        path = root / "catalogue" / file
        text = path.read_text("utf-8")
        mended, count = re.subn(pattern, replacement, text, flags=re.MULTILINE)
        assert count, f"{file}: {pattern}"
        path.write_text(mended, "utf-8")
    return root
