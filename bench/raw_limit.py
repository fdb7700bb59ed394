"""The raw limit: the files of an output written once more, and nothing else done."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from msgspec import Struct

BYTES = os.urandom(1 << 20)  # what files are filled with, over and over


class Leaf(Struct, frozen=True):
    """The files directly in one folder: its path below the output, their names and sizes."""

    folder: str
    files: tuple[tuple[str, int], ...]


class Weight(Struct, frozen=True):
    """How much an output is."""

    pages: int
    files: int
    size: int


def leaves(root: Path) -> Iterator[Leaf]:
    """Yield every folder below a root that holds files, in order."""
    start = len(str(root)) + 1
    for folder, below, names in os.walk(root):
        below.sort()
        if names:
            files = tuple((name, os.lstat(f"{folder}/{name}").st_size) for name in sorted(names))
            yield Leaf(folder[start:], files)


def weigh(root: Path) -> Weight:
    """Count the pages, the files and the bytes of an output."""
    files = [file for leaf in leaves(root) for file in leaf.files]
    pages = sum(name.endswith(".html") for name, _ in files)
    return Weight(pages, len(files), sum(size for _, size in files))


def write_again(source: Path, target: Path, jobs: int) -> tuple[float, float]:
    """Write files of the same names and sizes elsewhere; return wall and CPU seconds."""
    some = list(leaves(source))
    shares = [some[len(some) * n // jobs : len(some) * (n + 1) // jobs] for n in range(jobs)]
    with ProcessPoolExecutor(jobs) as pool:
        list(pool.map(time.sleep, [0.1] * jobs))  # all of them are there before the clock starts
        start = time.perf_counter()
        cpu = sum(pool.map(partial(write_share, target), shares))
        return time.perf_counter() - start, cpu


def write_share(target: Path, share: list[Leaf]) -> float:
    """Write some folders with their files; return CPU seconds."""
    start = time.process_time()
    for leaf in share:
        folder = target / leaf.folder
        folder.mkdir(parents=True, exist_ok=True)
        for name, size in leaf.files:
            handle = os.open(f"{folder}/{name}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
            try:
                for left in range(size, 0, -len(BYTES)):
                    os.write(handle, BYTES[:left])
            finally:
                os.close(handle)
    return time.process_time() - start
