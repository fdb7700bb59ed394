"""A release: which version of every site is current, what it follows, and what may be patched.

The head is small; it names its predecessor and its list by hash. The list has a line for every
site; versions follow from the content, everything else in it from what was released before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field

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
from disclosure.bundle.tar import LARGEST

MOST_RELEASES = 10_000_000
MARKER = "BUNDLE.json"


class Head(Struct, frozen=True):
    """A release; `day` is that of its content, `address` the public one of all sites or "".

    `lines` is the hash of its list, `predecessor` that of the head before it, "" for the first.
    """

    number: int
    commit: str
    day: str
    address: str
    lines: str
    predecessor: str


class Earlier(Struct, frozen=True):
    """A version that was current from a day on; versions of a site are counted from 1."""

    number: int
    version: str
    since: str


class Delta(Struct, frozen=True):
    """From the archive of one hash to another: the bytes of the file, and its hash."""

    old: str
    new: str
    size: int
    sha256: str


class Weight(Struct, frozen=True):
    """A pack as it is compressed: its archive's hash, its bytes, its own hash."""

    tar: str
    size: int
    sha256: str


class Current(Struct, frozen=True):
    """A site in a release; `earlier` begins with the newest.

    `oldest` tells of which number on a part may be kept, where some versions may not: what was
    withdrawn then, by address, is `forgotten`.
    """

    site: str
    number: int
    version: str
    since: str
    earlier: tuple[Earlier, ...] = ()
    packs: tuple[Weight, ...] = ()
    deltas: tuple[Delta, ...] = ()
    oldest: Mapping[Part, int] = field(default_factory=dict)
    forgotten: tuple[str, ...] = ()


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
            "predecessor": str(predecessor),
            **rest,
        } if (
            not rest
            and is_size(number, MOST_RELEASES)
            and fits(day, DAY)
            and fits(lines, HASH)
            and (fits(predecessor, HASH) if number > 1 else not predecessor)
        ):
            return Head(number, commit, day, address, lines, predecessor)
    raise odd(name)


def write_lines(lines: Iterable[Current]) -> bytes:
    """Return the list of a release, by site."""
    return b"".join(map(write_line, sorted(lines, key=lambda one: one.site)))


def write_line(line: Current) -> bytes:
    return to_canonical(
        {
            "site": line.site,
            "number": line.number,
            "version": line.version,
            "since": line.since,
            "earlier": [[one.number, one.version, one.since] for one in line.earlier],
            "packs": [[one.tar, one.size, one.sha256] for one in line.packs],
            "deltas": [[one.old, one.new, one.size, one.sha256] for one in line.deltas],
            "oldest": {part.value: number for part, number in line.oldest.items()},
            "forgotten": list(line.forgotten),
        }
    )


def read_lines(data: bytes, name: str) -> tuple[Current, ...]:
    """Return the list some bytes hold."""
    return tuple(read_line(line, name) for line in data.splitlines(keepends=True))


def read_line(data: bytes, name: str) -> Current:
    match from_canonical(data, name):
        case {
            "site": site,
            "number": number,
            "version": version,
            "since": since,
            "earlier": [*earlier],
            "packs": [*packs],
            "deltas": [*deltas],
            "oldest": {**oldest},
            "forgotten": [*forgotten],
            **rest,
        } if (
            not rest
            and fits(site, SITE)
            and is_size(number, MOST_RELEASES)
            and fits(version, HASH)
            and fits(since, DAY)
            and all(isinstance(one, str) for one in forgotten)
        ):
            return Current(
                site,
                number,
                version,
                since,
                tuple(read_earlier(one, name) for one in earlier),
                tuple(read_weight(one, name) for one in packs),
                tuple(read_delta(one, name) for one in deltas),
                dict(read_counts(oldest, name)),
                tuple(forgotten),
            )
    raise odd(name)


def read_counts(oldest: Mapping[object, object], name: str) -> Iterator[tuple[Part, int]]:
    """Yield the parts of which not all versions may be kept, with the first that may."""
    for part, count in oldest.items():
        if part not in {one.value for one in Part} or not is_size(count, MOST_RELEASES):
            raise odd(name)
        yield Part(part), count


def read_earlier(value: object, name: str) -> Earlier:
    match value:
        case [number, version, since]:
            if is_size(number, MOST_RELEASES) and fits(version, HASH) and fits(since, DAY):
                return Earlier(number, version, since)
    raise odd(name)


def read_weight(value: object, name: str) -> Weight:
    match value:
        case [tar, size, sha256]:
            if fits(tar, HASH) and is_size(size, 2 * LARGEST) and fits(sha256, HASH):
                return Weight(tar, size, sha256)
    raise odd(name)


def read_delta(value: object, name: str) -> Delta:
    match value:
        case [str(old), *rest] if fits(old, HASH):
            weight = read_weight(rest, name)
            return Delta(old, weight.tar, weight.size, weight.sha256)
    raise odd(name)


def odd(name: str) -> Exception:
    """Return that a record is not in its form."""
    return refusal(name, "发布记录写法有误", "the record of the release is not in its form")
