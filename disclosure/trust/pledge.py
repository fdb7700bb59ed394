"""What is signed of one version of a site: the archives that carry it, and what it follows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from msgspec import Struct
from tuf.api.metadata import TargetFile

from disclosure.bundle.tar import LARGEST
from disclosure.trust.roles import code_in, path_of

SHA256 = "sha256"
MOST = (1 << 53) - 1  # the largest number that all readers of JSON take for the same


class Archive(NamedTuple):
    """Some files of a part: SHA-256 and bytes of their tar, and its bytes when compressed."""

    sha256: str
    size: int
    packed: int


class Pledge(Struct, frozen=True):
    """One version of the site of a division (code, or `common`).

    `chain` is made of all versions up to this one: a mirror that held another past sees it.
    Of versions before `oldest` nothing may be kept: they hold what was withdrawn since.
    `parts` are archives by part, in their order.
    """

    code: str
    version: int
    day: date
    chain: str
    oldest: int
    parts: Mapping[str, tuple[Archive, ...]]

    @property
    def state(self) -> str:
        """The SHA-256 of what the version is made of."""
        return hashlib.sha256(state_bytes(self.parts)).hexdigest()

    def target(self) -> TargetFile:
        """Return the entry of a signed list."""
        custom = {
            "version": self.version,
            "day": self.day.isoformat(),
            "chain": self.chain,
            "oldest": self.oldest,
            "parts": {part: [list(one) for one in some] for part, some in self.parts.items()},
        }
        length = len(state_bytes(self.parts))
        return TargetFile(length, {SHA256: self.state}, path_of(self.code), {"custom": custom})


def state_bytes(parts: Mapping[str, tuple[Archive, ...]]) -> bytes:
    """Return what stands for a version: its archives, in one way of writing."""
    hashes = {part: [one.sha256 for one in some] for part, some in parts.items()}
    return json.dumps(hashes, sort_keys=True, separators=(",", ":")).encode()


def chained(chain: str, state: str) -> str:
    """Return the chain after one more version; the chain before the first is empty."""
    return hashlib.sha256(f"{chain}{state}".encode()).hexdigest()


def pledge_in(target: TargetFile) -> Pledge:
    """Return what an entry of a signed list says; raise ValueError where it says it wrongly."""
    try:
        custom: Any = target.custom or {}
        pledge = Pledge(
            code=code_in(target.path),
            version=counted(custom["version"]),
            day=date.fromisoformat(custom["day"]),
            chain=hashed(custom["chain"]),
            oldest=counted(custom["oldest"]),
            parts={
                part: tuple(
                    Archive(hashed(sha256), counted(size, LARGEST), counted(packed, 2 * LARGEST))
                    for sha256, size, packed in some
                )
                for part, some in custom["parts"].items()
            },
        )
        if pledge.state != target.hashes[SHA256]:
            raise ValueError(f"{target.path}: the state is not that of the parts")
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{target.path}: {error}") from error
    return pledge


def counted(value: object, most: int = MOST) -> int:
    """Return a number that counts something, up to a limit."""
    if type(value) is not int or not 0 <= value <= most:
        raise ValueError(f"not a count: {value!r}")
    return value


def hashed(value: object) -> str:
    """Return a SHA-256 as it is written, 64 small hexadecimal digits."""
    if not isinstance(value, str) or len(value) != 64 or set(value) - set("0123456789abcdef"):
        raise ValueError(f"not a SHA-256: {value!r}")
    return value
