"""What is signed of one version of a site: its files, its packs, and what it follows."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from tuf.api.metadata import TargetFile

from disclosure.trust.roles import path_of

SHA256 = "sha256"


@dataclass(frozen=True, slots=True)
class Pack:
    """One part of a site version: SHA-256 and bytes of its tar, and its bytes when compressed."""

    sha256: str
    length: int
    packed: int


@dataclass(frozen=True, slots=True)
class Pledge:
    """One version of the site of a division (code, or `common`).

    `manifest` is the SHA-256 of the list of its files, `length` the bytes of that list.
    `chain` is made of all manifests up to this one: a mirror that held another past sees it.
    Of versions before `oldest` nothing may be kept: they hold what was withdrawn since.
    """

    code: str
    version: int
    day: date
    manifest: str
    length: int
    chain: str
    oldest: int
    packs: Mapping[str, Pack]

    def target(self) -> TargetFile:
        """Return the entry of a signed list."""
        custom = {
            "version": self.version,
            "day": self.day.isoformat(),
            "chain": self.chain,
            "oldest": self.oldest,
            "packs": {
                part: [pack.sha256, pack.length, pack.packed]
                for part, pack in sorted(self.packs.items())
            },
        }
        return TargetFile(
            self.length, {SHA256: self.manifest}, path_of(self.code), {"custom": custom}
        )


def chained(chain: str, manifest: str) -> str:
    """Return the chain after one more manifest; the chain before the first is empty."""
    return hashlib.sha256(f"{chain}{manifest}".encode()).hexdigest()


def pledge_in(target: TargetFile) -> Pledge:
    """Return what an entry of a signed list says; raise ValueError where it says it wrongly."""
    try:
        custom: Any = target.custom or {}
        return Pledge(
            code=target.path.partition("/")[0],
            version=counted(custom["version"]),
            day=date.fromisoformat(custom["day"]),
            manifest=hashed(target.hashes[SHA256]),
            length=target.length,
            chain=hashed(custom["chain"]),
            oldest=counted(custom["oldest"]),
            packs={
                part: Pack(hashed(sha256), counted(length), counted(packed))
                for part, (sha256, length, packed) in custom["packs"].items()
            },
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{target.path}: {error}") from error


def counted(value: object) -> int:
    """Return a number that counts something."""
    if type(value) is not int or value < 0:
        raise ValueError(f"not a count: {value!r}")
    return value


def hashed(value: object) -> str:
    """Return a SHA-256 as it is written, 64 small hexadecimal digits."""
    if not isinstance(value, str) or len(value) != 64 or set(value) - set("0123456789abcdef"):
        raise ValueError(f"not a SHA-256: {value!r}")
    return value
