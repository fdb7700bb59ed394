"""Makes the deltas by which who holds an earlier version comes to the newest one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from disclosure.bundle.canonical import hash_of
from disclosure.bundle.delta import apply_delta, delta_file
from disclosure.bundle.joined import MOST, Piece, state_of, write_joined
from disclosure.bundle.making.compress import compress_against
from disclosure.bundle.making.folder import BundleFolder
from disclosure.bundle.pack import open_pack
from disclosure.bundle.parts import Part
from disclosure.bundle.release import Delta
from disclosure.bundle.version import Pack, Version

WORTH = 2  # a delta is kept where the pack is at least so many times as large


class Step(Struct, frozen=True):
    """From one pack of a site to another that carries the same files later."""

    site: str
    part: Part
    old: Pack
    new: Pack


def steps_to(version: Version, earlier: Iterable[Version]) -> Iterator[Step]:
    """Yield what may be patched to become a version, each step once."""
    found: set[Step] = set()
    for before in earlier:
        for part, packed in version.parts.items():
            held = before.parts.get(part)
            olds = held.packs if held else ()
            for old, new in pairs_of(olds, packed.packs):
                step = Step(version.site, part, olds[old], packed.packs[new])
                if step not in found:
                    found.add(step)
                    yield step


def pairs_of(old: Sequence[Pack], new: Sequence[Pack]) -> Iterator[tuple[int, int]]:
    """Yield the places of an old pack and a new one where the one is to be patched to the other.

    They begin with the same file; where a border has moved, most of what follows it is still in
    the pack that stood at the same place.
    """
    place_by_first = {pack.first: place for place, pack in enumerate(old)}
    for place, pack in enumerate(new):
        start = place_by_first.get(pack.first, place)
        if start < len(old) and old[start].tar != pack.tar:
            yield start, place


def put_delta(bundle: BundleFolder, step: Step) -> Delta | None:
    """Write the delta of a step; None where it is not worth it, or a pack is not there.

    It is applied once before it counts.
    """
    old, new = step.old, step.new
    if not (bundle.has(old.file) and bundle.has(new.file)):
        return None
    packed = bundle.read(new.file)
    before, after = open_pack(bundle.read(old.file), old), open_pack(packed, new)
    data = compress_against(after, before)
    if WORTH * len(data) > len(packed):
        return None
    apply_delta(data, before, new)
    bundle.put(delta_file(old.tar, new.tar), data)
    return Delta(old.tar, new.tar, len(data), hash_of(data))


def stands(bundle: BundleFolder, delta: Delta) -> bool:
    """Tell whether a delta of an earlier release lies in the bundle as it was made."""
    name = delta_file(delta.old, delta.new)
    return bundle.has(name) and hash_of(bundle.read(name)) == delta.sha256


class Joint(Struct, frozen=True):
    """From all packs of a part to all of them later, where more than one is another."""

    old: tuple[Pack, ...]
    new: tuple[Pack, ...]


def joints_to(version: Version, earlier: Iterable[Version]) -> Iterator[Joint]:
    """Yield the parts of which several packs may be patched at once, each joint once."""
    found: set[Joint] = set()
    for before in earlier:
        for part, packed in version.parts.items():
            held = before.parts.get(part)
            joint = Joint(held.packs if held else (), packed.packs)
            if len(set(joint.new) - set(joint.old)) > 1 and joint not in found:
                found.add(joint)
                yield joint


def put_joint(bundle: BundleFolder, joint: Joint) -> Delta | None:
    """Write the deltas of a joint as one file; None where there are not several small ones."""
    pieces = [
        Piece(old, new, bundle.read(name))
        for old, new in pairs_of(joint.old, joint.new)
        if bundle.has(name := delta_file(joint.old[old].tar, joint.new[new].tar))
    ]
    data = write_joined(pieces)
    if len(pieces) < 2 or len(data) > MOST:
        return None
    before, after = (state_of(pack.tar for pack in packs) for packs in (joint.old, joint.new))
    bundle.put(delta_file(before, after), data)
    return Delta(before, after, len(data), hash_of(data))
