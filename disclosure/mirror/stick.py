"""Fills a stick: the part of a bundle that some village points need, held against its signatures.

Needs no keys: whoever carries it can neither add nor change anything. The stick can also be opened
as it is, where its pages are unpacked beside the bundle.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from disclosure.bundle.manifest import Line
from disclosure.bundle.pack import blob_file, open_pack, read_contents
from disclosure.bundle.parts import COMMON, Part
from disclosure.bundle.verify import size_and_hash
from disclosure.bundle.version import Pack
from disclosure.mirror.beside import OPENED, open_beside, put
from disclosure.mirror.carried import told_if_absent
from disclosure.mirror.fetch import Fetcher, take_archive, take_blob
from disclosure.mirror.home import Settings
from disclosure.mirror.source import BUNDLE, MARKER, Source
from disclosure.mirror.sync import codes_of, pledges_of, wanted_parts
from disclosure.problem import DisclosureError
from disclosure.trust.client import FIRST, METADATA, fetch_lists
from disclosure.trust.pledge import Archive, Pledge
from disclosure.trust.roles import TIMESTAMP, history_file

STAGED = ".staged"
STAMP = f"{METADATA}/{TIMESTAMP}.json"
LARGEST_HISTORY = 1 << 20


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
            with told_if_absent(source, codes_of(point)):
                found = pledges_of(point, lists, source)
            pledges |= found
            for code, some in wanted_parts(point, found).items():
                parts.setdefault(code, {}).update(some)
    recorder.lists[FIRST] = root  # a village may begin with this stick
    needed = {MARKER, OPENED, *recorder.lists}
    asked = [code for point in points for code in codes_of(point)]
    for code, some in parts.items():
        for part, archives in some.items():
            with told_if_absent(source, asked):
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
