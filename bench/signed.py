"""Signs a release of a whole city in which one site is new."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path

from bench.measure import spread
from bench.places import make_places
from bench.timing import AS_OF
from disclosure.bundle.canonical import hash_of
from disclosure.bundle.parts import COMMON, Part
from disclosure.bundle.release import Current, Weight
from disclosure.bundle.version import Pack, Packed, Version, version_file, write_version
from disclosure.trust.keys import DEVELOPMENT, KeyFolder, Keys
from disclosure.trust.roles import QUORUMS, SIGNING_LEVELS
from disclosure.trust.signing import sign_release

SHAPE_2012 = (1, 20, 316, 3338)  # cities, counties, townships and villages of a large city in 2012
PARTS = (Part.PAGES, Part.DATA, Part.SEARCH)


def sign_one(folder: Path, sites: int, runs: int) -> tuple[str, str]:
    """Return what was signed, and seconds."""
    codes = [place.code for place in make_places(SHAPE_2012)][:sites]
    bundle, keys = folder / "bundle", make_keys(folder / "keys", codes)
    (bundle / "versions").mkdir(parents=True)
    lines = {code: line_of(bundle, code, 1) for code in (*codes, COMMON)}
    sign_release(bundle, lines, keys, AS_OF)
    village, some = codes[-1], []
    for number in range(2, runs + 2):
        lines[village] = line_of(bundle, village, number)
        start = time.perf_counter()
        if sign_release(bundle, lines, keys, AS_OF + timedelta(number)) != (village,):
            raise SystemExit("another number of sites was signed than one")
        some.append(time.perf_counter() - start)
    return f"sign a release that changes 1 of {sites:,} sites", spread(some)


def make_keys(folder: Path, codes: list[str]) -> Keys:
    """Make the keys of all who sign, with a password whose derivation takes its usual time."""
    folder.mkdir(parents=True)
    keys = KeyFolder(folder, DEVELOPMENT)
    roles = [role for role, quorum in QUORUMS.items() for _ in range(quorum.keys)]
    for role in (*roles, *(code for code in codes if len(code) in SIGNING_LEVELS)):
        keys.make(role)
    return Keys((keys,))


def line_of(bundle: Path, code: str, number: int) -> Current:
    """Return a site's line in a release, and write the version that it names."""
    packs = [Pack(hash_of(f"{code} {part} {number}".encode()), 1 << 20) for part in PARTS]
    parts = {
        part: Packed(pack.tar, 50, pack.size, (pack,))
        for part, pack in zip(PARTS, packs, strict=True)
    }
    data = write_version(Version(code, parts))
    (bundle / version_file(hash_of(data))).write_bytes(data)
    weights = tuple(Weight(pack.tar, 1 << 17, pack.tar) for pack in packs)
    return Current(code, number, hash_of(data), AS_OF.isoformat(), packs=weights)
