"""Adds a release to the chain: its list, its head, and last the marker that points to it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from disclosure.bundle.canonical import FORMAT, from_canonical, hash_of, to_canonical
from disclosure.bundle.making.folder import BundleFolder
from disclosure.bundle.refused import refusal
from disclosure.bundle.release import (
    MARKER,
    Current,
    Head,
    head_file,
    list_file,
    read_head,
    read_lines,
    write_head,
    write_lines,
)


class Before(Struct, frozen=True):
    """The newest release of a bundle; `head` is None where there is none yet."""

    head: Head | None
    lines: Mapping[str, Current]

    @property
    def number(self) -> int:
        return self.head.number if self.head else 0


def newest(bundle: BundleFolder) -> Before:
    """Return the release a bundle is at; raise what is wrong with its records."""
    if not bundle.has(MARKER):
        return Before(None, {})
    match from_canonical(bundle.read(MARKER), MARKER):
        case {"format": 1, "release": int(number), **rest} if not rest:
            pass
        case _:
            raise refusal(MARKER, "写法有误", "it is not in its form")
    head = read_head(bundle.read(head_file(number)), head_file(number))
    data = bundle.read(list_file(number))
    if hash_of(data) != head.lines or head.number != number:
        raise refusal(list_file(number), "内容残缺或被改动过", "it is damaged or altered")
    return Before(head, {line.site: line for line in read_lines(data, list_file(number))})


def release(
    bundle: BundleFolder,
    before: Before,
    now: Mapping[str, Current],
    commit: str,
    day: date,
    address: str,
) -> Head:
    """Write the next release; where it would say nothing new, the one before stays."""
    lines = write_lines(now.values())
    last = before.head
    if last and (last.lines, last.commit, last.address) == (hash_of(lines), commit, address):
        return last
    predecessor = hash_of(write_head(last)) if last else ""
    head = Head(before.number + 1, commit, day.isoformat(), address, hash_of(lines), predecessor)
    bundle.put(list_file(head.number), lines)
    bundle.put(head_file(head.number), write_head(head))
    bundle.put(MARKER, to_canonical({"format": FORMAT, "release": head.number}))
    return head
