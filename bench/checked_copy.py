"""A mirror of many small files: what it takes to hold all of them against what was signed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random

from bench.measure import spread
from disclosure.bundle.canonical import hash_of
from disclosure.bundle.manifest import Line, write_manifest
from disclosure.bundle.parts import Part
from disclosure.mirror.checking import differences, missing
from disclosure.mirror.home import Held, Home, Release, Settings, make_home
from disclosure.mirror.taking import MANIFEST
from disclosure.whole import write_whole

SITES = 100
SIZE = 4640  # bytes of a file on average: 50,000 have 232 MB
CODE = "990101101201"


def check_copy(folder: Path, files: int, runs: int) -> Iterator[tuple[str, str]]:
    """Yield what was checked, and seconds; all files are in the memory of the system."""
    home, release = make_copy(folder, files)
    checks: dict[str, Callable[[], object]] = {
        f"verify {files:,} files, every byte, warm": lambda: bool(differences(home, release)),
        f"start-up check of {files:,} files": lambda: any(missing(home, release)),
    }
    for what, check in checks.items():
        some = []
        for _ in range(runs):
            start = time.perf_counter()
            if check():
                raise SystemExit(f"{what}: the copy is not as it was made")
            some.append(time.perf_counter() - start)
        yield what, spread(some)


def make_copy(folder: Path, files: int) -> tuple[Home, Release]:
    """Make a mirror of sites with as many files together."""
    home = make_home(folder, Settings(CODE, "-"), b"{}")
    sites = {}
    for place in range(SITES):
        code = f"9901{place + 1:02}"
        parts = {Part.PAGES.value: [hash_of(code.encode())]}
        fill_part(home.part(code, Part.PAGES.value, parts[Part.PAGES.value]), code, files // SITES)
        sites[code] = Held(1, "2026-11-20", hash_of(b""), parts)
    release = Release(1, sites)
    home.show(release)
    return home, release


def fill_part(folder: Path, code: str, files: int) -> None:
    """Write the files of a site and their manifest."""
    rng = Random(code)
    lines = []
    for number in range(files):
        path, data = f"{code}/articles/{number:05}.html", rng.randbytes(rng.randrange(2 * SIZE))
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)
        lines.append(Line(path, len(data), hash_of(data)))
    write_whole(folder.with_name(folder.name + MANIFEST), write_manifest(lines))
