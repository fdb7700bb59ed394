"""A release: which version of every part is current, what it follows, and what may be patched.

The head is small and names its predecessor and its list by hash. The list has a line for every
part; versions follow from the content, everything else in a list from what was released before.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from disclosure.bundle.canonical import (
    DAY,
    FORMAT,
    HASH,
    SITE,
    fits,
    from_canonical,
    is_size,
    to_canonical,
)
from disclosure.bundle.parts import Part
from disclosure.bundle.refused import refusal
from disclosure.bundle.version import LARGEST_PACK

MOST_RELEASES = 10_000_000
MARKER = "BUNDLE.json"


@dataclass(frozen=True, slots=True)
class Head:
    """A release; `day` is that of its content, `address` the public one of all sites or "".

    `predecessor` is the hash of the head before it, "" for the first.
    """

    number: int
    commit: str
    day: str
    address: str
    lines: str
    predecessor: str


@dataclass(frozen=True, slots=True)
class Earlier:
    """A version that was current from a day on, and whose packs are still there."""

    version: str
    since: str


@dataclass(frozen=True, slots=True)
class Delta:
    """From the archive of one hash to another."""

    old: str
    new: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Current:
    """A part of a site in a release, the newest earlier version first.

    `forgotten` names what was withdrawn last; no version from before that release is kept.
    """

    site: str
    part: Part
    version: str
    since: str
    earlier: tuple[Earlier, ...] = ()
    deltas: tuple[Delta, ...] = ()
    forgotten: tuple[str, ...] = ()
    forgotten_in: int = 0

    @property
    def key(self) -> tuple[str, Part]:
        return self.site, self.part


def head_file(number: int) -> str:
    """Return where the head of a release lies in a bundle."""
    return f"releases/{number}.json"


def list_file(number: int) -> str:
    """Return where the list of a release lies in a bundle."""
    return f"releases/{number}.jsonl"


def write_head(head: Head) -> bytes:
    """Return a head as it is kept for ever."""
    return to_canonical(
        {
            "format": FORMAT,
            "number": head.number,
            "commit": head.commit,
            "day": head.day,
            "address": head.address,
            "lines": head.lines,
            "predecessor": head.predecessor,
        }
    )


def read_head(data: bytes, name: str) -> Head:
    """Return the head some bytes hold."""
    match from_canonical(data, name):
        case {
            "format": 1,
            "number": number,
            "commit": str(commit),
            "day": day,
            "address": str(address),
            "lines": lines,
            "predecessor": predecessor,
            **rest,
        } if (
            not rest
            and is_size(number, MOST_RELEASES)
            and fits(day, DAY)
            and fits(lines, HASH)
            and (fits(predecessor, HASH) or (predecessor == "") == (number == 1))
        ):
            return Head(number, commit, day, address, lines, predecessor)
    raise odd(name)


def write_lines(lines: Iterable[Current]) -> bytes:
    """Return the list of a release, by site and part."""
    ordered = sorted(lines, key=lambda one: (one.site, one.part.value))
    return b"".join(map(write_line, ordered))


def write_line(line: Current) -> bytes:
    return to_canonical(
        {
            "site": line.site,
            "part": line.part.value,
            "version": line.version,
            "since": line.since,
            "earlier": [[one.version, one.since] for one in line.earlier],
            "deltas": [[one.old, one.new, one.size, one.sha256] for one in line.deltas],
            "forgotten": list(line.forgotten),
            "forgotten_in": line.forgotten_in,
        }
    )


def read_lines(data: bytes, name: str) -> tuple[Current, ...]:
    """Return the list some bytes hold."""
    return tuple(read_line(line, name) for line in data.splitlines(keepends=True))


def read_line(data: bytes, name: str) -> Current:
    match from_canonical(data, name):
        case {
            "site": site,
            "part": part,
            "version": version,
            "since": since,
            "earlier": [*earlier],
            "deltas": [*deltas],
            "forgotten": [*forgotten],
            "forgotten_in": forgotten_in,
            **rest,
        } if (
            not rest
            and fits(site, SITE)
            and part in {one.value for one in Part}
            and fits(version, HASH)
            and fits(since, DAY)
            and all(isinstance(one, str) for one in forgotten)
            and is_size(forgotten_in, MOST_RELEASES)
        ):
            return Current(
                site,
                Part(part),
                version,
                since,
                tuple(read_earlier(one, name) for one in earlier),
                tuple(read_delta(one, name) for one in deltas),
                tuple(forgotten),
                forgotten_in,
            )
    raise odd(name)


def read_earlier(value: object, name: str) -> Earlier:
    match value:
        case [version, since] if fits(version, HASH) and fits(since, DAY):
            return Earlier(str(version), str(since))
    raise odd(name)


def read_delta(value: object, name: str) -> Delta:
    match value:
        case [old, new, size, sha256]:
            hashes = fits(old, HASH) and fits(new, HASH) and fits(sha256, HASH)
            if hashes and is_size(size, LARGEST_PACK):
                return Delta(str(old), str(new), size, str(sha256))
    raise odd(name)


def odd(name: str) -> Exception:
    """Return that a record is not in its form."""
    return refusal(name, "发布记录写法有误", "the record of the release is not in its form")
