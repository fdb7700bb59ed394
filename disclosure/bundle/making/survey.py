"""Looks at all files of all sites, and tells of each site alone whether it is as it was before.

The system is asked about every file, so a site that somebody changed by hand is found. That is
nearly all that a bundle costs in which little is new, so processes share the sites; threads would
wait for each other, for an answer comes at once.
"""

from __future__ import annotations

import hashlib
import marshal
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from itertools import chain

from disclosure.bundle.making.listing import SETTLED, said_of
from disclosure.cycles import cycles_unsought

MANY = 256  # sites for which it is worth starting processes
BATCH = 64  # sites that a process takes at a time
PLAIN = 2  # the last form of marshal that writes alike what is alike; text takes twice as long
Said = tuple[int, int, int, int]
Folder = tuple[str, list[tuple[str, Said]]]


def survey(output: str, sites: Sequence[str], opened: int, jobs: int) -> dict[str, str]:
    """Return what the system says of the files of each site, "" = not reliable.

    `opened` is by the disk's clock, in ns.
    """
    look = partial(said_of_sites, output, opened)
    if jobs < 2 or len(sites) < MANY:
        return dict(zip(sites, look(sites), strict=True))
    batches = [sites[place : place + BATCH] for place in range(0, len(sites), BATCH)]
    with ProcessPoolExecutor(jobs) as pool:
        return dict(zip(sites, chain.from_iterable(pool.map(look, batches)), strict=True))


def said_of_sites(output: str, opened: int, sites: Sequence[str]) -> list[str]:
    """Return what is said of the files of some sites."""
    with cycles_unsought():
        return [said_of_site(f"{output}/{site}", opened) for site in sites]


def said_of_site(folder: str, opened: int) -> str:
    """Return what is said of the files of one site; of two states the same is never said."""
    found = list(folders_below(folder, ""))
    newest = max((said[0] for _, files in found for _, said in files), default=opened)
    if newest >= opened - SETTLED:
        return ""
    return hashlib.blake2b(marshal.dumps(found, PLAIN), digest_size=16).hexdigest()


def folders_below(folder: str, name: str) -> Iterator[Folder]:
    """Yield a folder and those in it with what is said of their files, by name."""
    files: list[tuple[str, Said]] = []
    folders: list[str] = []
    with os.scandir(folder) as items:
        for item in items:
            if item.is_dir(follow_symlinks=False):
                folders.append(item.name)
            else:
                files.append((item.name, said_of(item.stat(follow_symlinks=False))))
    files.sort()
    yield name, files
    for inner in sorted(folders):
        yield from folders_below(f"{folder}/{inner}", f"{name}/{inner}")
