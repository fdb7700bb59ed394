"""Fills a stick: the part of a bundle that some village points need, held against its signatures.

Needs no keys: whoever carries it can neither add nor change anything. The stick can also be opened
as it is, where its pages are unpacked beside the bundle.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from disclosure.bundle.manifest import Line
from disclosure.bundle.names import unfit
from disclosure.bundle.pack import Contents, blob_file, open_pack, read_contents
from disclosure.bundle.parts import COMMON, Part
from disclosure.bundle.places import FILE as PLACES
from disclosure.bundle.places import Places, places_of, read_places
from disclosure.bundle.verify import size_and_hash
from disclosure.bundle.version import Pack
from disclosure.mirror.fetch import Fetcher, take_archive, take_blob
from disclosure.mirror.home import Settings
from disclosure.mirror.opened import FRONT, front_of
from disclosure.mirror.source import BUNDLE, MARKER, Source
from disclosure.mirror.sync import pledges_of, wanted_parts
from disclosure.problem import DisclosureError
from disclosure.trust.client import FIRST, METADATA, fetch_lists
from disclosure.trust.pledge import Archive, Pledge
from disclosure.trust.roles import TIMESTAMP, history_file
from disclosure.whole import write_whole

STAGED = ".staged"
STAMP = f"{METADATA}/{TIMESTAMP}.json"
LARGEST_HISTORY = 1 << 20
OPENED = "opened.txt"  # the names of what was unpacked beside the bundle


class Recorder:
    """Passes lists on as they are fetched, and remembers their bytes."""

    def __init__(self, fetcher: Fetcher) -> None:
        self.fetcher = fetcher
        self.lists: dict[str, bytes] = {}

    def read(self, path: str) -> Iterator[bytes]:
        """Yield a list."""
        data = b"".join(self.fetcher.read(path))
        self.lists[path] = data
        yield data


def fill(
    stick: Path,
    source: Source,
    root: bytes,
    points: Sequence[Settings],
    now: datetime,
    *,
    is_open: bool = False,
) -> list[str]:
    """Copy to a stick what some points need, and nothing else; return the sites it holds.

    Readers of the stick find the old lists or the new ones, never lists without their packs.
    """
    folder = stick / BUNDLE
    folder.mkdir(parents=True, exist_ok=True)
    fetcher = Fetcher(source, folder / STAGED)
    recorder = Recorder(fetcher)
    parts: dict[str, dict[str, tuple[Archive, ...]]] = {}
    pledges: dict[str, Pledge] = {}
    with tempfile.TemporaryDirectory() as known:
        lists = fetch_lists(Path(known), recorder.read, root, now, source.name)
        for point in points:
            found = pledges_of(point, lists, source.name)
            pledges |= found
            for code, some in wanted_parts(point, found).items():
                parts.setdefault(code, {}).update(some)
    recorder.lists[FIRST] = root  # a village may begin with this stick
    needed = {MARKER, OPENED, *recorder.lists}
    for code, some in parts.items():
        for part, archives in some.items():
            needed |= set(put_part(folder, fetcher, code, part, archives))
        name = history_file(code)
        put(folder, name, fetcher.small(name, LARGEST_HISTORY) or b"")
        needed.add(name)
    for name, data in sorted(recorder.lists.items(), key=lambda one: one[0] == STAMP):
        put(folder, name, data)
    put(folder, MARKER, fetcher.small(MARKER, LARGEST_HISTORY) or b"")
    clear(folder, needed)
    if is_open:
        open_beside(stick, parts, pledges)
    return sorted(code for code in parts if code != COMMON)


def put_part(
    folder: Path, fetcher: Fetcher, code: str, part: str, archives: Iterable[Archive]
) -> Iterator[str]:
    """Copy the packs of a part and the files beside them; yield their names."""
    for archive in archives:
        pack = Pack(archive.sha256, archive.size)
        path, tar = folder / pack.file, b""
        with suppress(OSError, DisclosureError):  # not there yet, or damaged since
            tar = open_pack(path.read_bytes(), pack)
        if not tar:
            tar = take_archive(fetcher, archive)
            move(fetcher.place(pack.file), path)
        yield pack.file
        for line in read_contents(tar, code, Part(part), pack.file).alone:
            yield put_blob(folder, fetcher, line)


def put_blob(folder: Path, fetcher: Fetcher, line: Line) -> str:
    """Copy a large file; return its name in the bundle."""
    name = blob_file(line.sha256)
    path = folder / name
    if not path.is_file() or size_and_hash(path) != (line.size, line.sha256):
        move(take_blob(fetcher, line), path)
    return name


def open_beside(
    stick: Path,
    parts: Mapping[str, Mapping[str, Sequence[Archive]]],
    pledges: Mapping[str, Pledge],
) -> None:
    """Unpack the pages of a stick to its root, so that a browser opens them without a program.

    What a page shows comes before the page, pages before the lists that lead to them, and what is
    no longer there goes last: no reader meets a link to nothing. Which files are ours is written
    down before the first of them is.
    """
    folder = stick / BUNDLE
    contents = [one for code, some in parts.items() for one in contents_of(folder, code, some)]
    files = {path: bytes(data) for one in contents for path, data in one.files}
    files.setdefault(FRONT, front_of(parts, pledges, places_in(files)))
    names = {*files, *(line.path for one in contents for line in one.alone)}
    before = opened_before(folder)
    put(folder, OPENED, "".join(f"{name}\n" for name in sorted(before | names)).encode())
    for path in sorted(files, key=by_reach):
        put(stick, path, files[path])
    for one in contents:
        for line in one.alone:
            put(stick, line.path, (folder / blob_file(line.sha256)).read_bytes())
    for path in before - names:
        (stick / path).unlink(missing_ok=True)
    put(folder, OPENED, "".join(f"{name}\n" for name in sorted(names)).encode())


def opened_before(folder: Path) -> set[str]:
    """Return the files that were unpacked beside a bundle; anybody may have written to a stick."""
    path = folder / OPENED
    listed = path.read_text("utf-8", "replace").splitlines() if path.is_file() else []
    return {name for name in listed if unfit(name) is None}


def places_in(files: Mapping[str, bytes]) -> Places:
    """Return the names of places, none where they are not held."""
    return read_places(files[PLACES]) if PLACES in files else places_of(())


def contents_of(
    folder: Path, code: str, parts: Mapping[str, Sequence[Archive]]
) -> Iterator[Contents]:
    """Yield what the packs of a site hold."""
    for part, archives in parts.items():
        for archive in archives:
            pack = Pack(archive.sha256, archive.size)
            tar = open_pack((folder / pack.file).read_bytes(), pack)
            yield read_contents(tar, code, Part(part), pack.file)


def by_reach(path: str) -> tuple[bool, bool, int, str]:
    """Return the order in which files are written: the front page last."""
    return path == FRONT, path.endswith(".html"), -path.count("/"), path


def put(folder: Path, name: str, data: bytes) -> None:
    """Write a file unless it is there as it should be."""
    path = folder / name
    if not path.is_file() or path.stat().st_size != len(data) or path.read_bytes() != data:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)


def move(staged: Path, path: Path) -> None:
    """Give a file that was fetched its place."""
    path.parent.mkdir(parents=True, exist_ok=True)
    staged.replace(path)


def clear(folder: Path, needed: set[str]) -> None:
    """Delete from a bundle what nobody needs any more."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            if not any(path.iterdir()):
                path.rmdir()
        elif path.relative_to(folder).as_posix() not in needed:
            path.unlink()
