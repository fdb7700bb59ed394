"""A mirror of many small files: what it takes to hold all of them against what was signed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from random import Random
from time import perf_counter

from bench.measure import spread
from bench.signed import make_keys
from bench.timing import AS_OF as TODAY
from disclosure.bundle.canonical import hash_of
from disclosure.bundle.manifest import Line, write_manifest
from disclosure.bundle.parts import Part
from disclosure.bundle.tar import Member, write_tar
from disclosure.mirror.checking import differences, missing
from disclosure.mirror.home import Held, Home, Release, Settings, make_home
from disclosure.mirror.source import MARKER, FolderSource
from disclosure.mirror.taking import MANIFEST, keep
from disclosure.mirror.vouching import keep_lists
from disclosure.trust.client import METADATA, fetch_lists, fetch_pledge
from disclosure.trust.pledge import Archive, Pledge, chained
from disclosure.trust.repository import Repository
from disclosure.trust.roles import ROOT
from disclosure.whole import write_whole

SITES = 100
SIZE = 4640  # bytes of a file on average: 50,000 have 232 MB
CITY, COUNTY, TOWNSHIP = "9901", "990101", "990101101"
CODE = f"{TOWNSHIP}001"
PAGES = Part.PAGES.value


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
            start = perf_counter()
            if check():
                raise SystemExit(f"{what}: the copy is not as it was made")
            some.append(perf_counter() - start)
        yield what, spread(some)


def make_copy(folder: Path, files: int) -> tuple[Home, Release]:
    """Make a mirror of sites with as many files together."""
    codes = [f"{TOWNSHIP}{place + 1:03}" for place in range(SITES)]
    keys = make_keys(folder / "keys", [CITY, COUNTY])
    lists = Repository(folder / "bundle" / METADATA, CITY, keys)
    (folder / "bundle" / MARKER).parent.mkdir(parents=True, exist_ok=True)
    (folder / "bundle" / MARKER).write_text("{}\n")
    lists.create([CITY, COUNTY, TOWNSHIP, *codes], TODAY)
    home = make_home(
        folder / "home", Settings(CODE, "-"), (lists.folder / f"1.{ROOT}.json").read_bytes()
    )
    pledges = [pledge_of(home, code, files // SITES) for code in codes]
    lists.publish(pledges, (), TODAY)
    parts = {one.code: [archive.sha256 for archive in one.parts[PAGES]] for one in pledges}
    sites = {
        code: Held(1, TODAY.isoformat(), hash_of(b""), {PAGES: some})
        for code, some in parts.items()
    }
    release = Release(1, sites)
    know(home, folder / "bundle", codes)
    keep_lists(home, release)
    home.show(release)
    return home, release


def know(home: Home, bundle: Path, codes: Sequence[str]) -> None:
    """Let a mirror know the lists of a bundle."""
    source, root, now = (
        FolderSource(bundle),
        home.first_root(),
        datetime.combine(TODAY, time(), UTC),
    )
    lists = fetch_lists(home.known, source.read, root, now, source.name)
    for code in codes:
        fetch_pledge(lists, code, source.name)


def pledge_of(home: Home, code: str, files: int) -> Pledge:
    """Write the files of a site, their archive and their manifest; return what is to be signed."""
    rng = Random(code)
    data = {
        f"{code}/articles/{number:05}.html": rng.randbytes(rng.randrange(2 * SIZE))
        for number in range(files)
    }
    tar = write_tar(Member(path, data[path]) for path in sorted(data))
    archive = Archive(hash_of(tar), len(tar), len(tar))
    keep(home.archive(archive.sha256), tar)
    folder = home.part(code, PAGES, [archive.sha256])
    for path, page in data.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(page)
    lines = [Line(path, len(page), hash_of(page)) for path, page in data.items()]
    write_whole(folder.with_name(folder.name + MANIFEST), write_manifest(lines))
    return Pledge(code, 1, TODAY, chained("", archive.sha256), 0, {PAGES: (archive,)})
