"""Packs files as a zip file that is the same whenever and wherever it is made of the same."""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)  # that a zip file can name
UNIX = 3
MODE = (stat.S_IFREG | 0o644) << 16
LEVEL = 6


def pack(folder: Path, target: Path) -> None:
    """Write all files of a folder, by name; the old file stands until the new one is whole."""
    files = {
        path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()
    }
    pack_files(files, target)


def pack_files(files: Mapping[str, Path | bytes], target: Path) -> None:
    """Write some files by name, as they lie on the disk or are given; otherwise as `pack` does."""
    handle, part = tempfile.mkstemp(".part", dir=target.parent)
    try:
        with os.fdopen(handle, "wb") as file, ZipFile(file, "w") as archive:
            for name, source in sorted(files.items()):
                about = ZipInfo(name, FIRST_MOMENT)
                about.create_system, about.external_attr = UNIX, MODE
                data = source.read_bytes() if isinstance(source, Path) else source
                archive.writestr(about, data, ZIP_DEFLATED, LEVEL)
        Path(part).chmod(0o644)
        Path(part).replace(target)
    finally:
        Path(part).unlink(missing_ok=True)
