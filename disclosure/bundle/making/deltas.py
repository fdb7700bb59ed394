"""Makes the deltas by which who holds an earlier version comes to the newest one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from disclosure.bundle.canonical import hash_of
from disclosure.bundle.delta import apply_delta, delta_file
from disclosure.bundle.making.compress import compress_against
from disclosure.bundle.making.folder import BundleFolder
from disclosure.bundle.pack import open_pack
from disclosure.bundle.release import Delta
from disclosure.bundle.version import Pack, Version

WORTH = 2  # a delta is kept where the pack is at least so many times as large


@dataclass(frozen=True, slots=True)
class Step:
    """From one pack to another that carries the same files later."""

    old: Pack
    new: Pack


def steps_to(version: Version, earlier: Iterable[Version]) -> Iterator[Step]:
    """Yield what may be patched to become a version, each step once."""
    held = {pack.tar for pack in version.packs}
    found: set[tuple[str, str]] = set()
    for before in earlier:
        old_by_first = {pack.first: pack for pack in before.packs}
        for new in version.packs:
            old = old_by_first.get(new.first)
            if old and old.tar not in held and (old.tar, new.tar) not in found:
                found.add((old.tar, new.tar))
                yield Step(old, new)


def put_delta(bundle: BundleFolder, step: Step) -> Delta | None:
    """Write the delta of a step; None where it is not worth it, or the old pack is gone.

    It is applied once before it counts.
    """
    old, new = step.old, step.new
    if not bundle.has(old.file):
        return None
    before = open_pack(bundle.read(old.file), old)
    after = open_pack(bundle.read(new.file), new)
    data = compress_against(after, before)
    if WORTH * len(data) > new.pack_size:
        return None
    apply_delta(data, before, new)
    bundle.put(delta_file(old.tar, new.tar), data)
    return Delta(old.tar, new.tar, len(data), hash_of(data))
