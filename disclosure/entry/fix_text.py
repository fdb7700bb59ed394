"""Repairs what is safe to repair in the text of a file: bytes, fences, slips in the front matter.

The body is never touched, nor a title, a text, a figure or an amount.
"""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from disclosure.catalogue import Key, Kind
from disclosure.entry.fences import split
from disclosure.entry.header import read_header
from disclosure.entry.slips import mend
from disclosure.entry.slips.values import TIME_MISSING
from disclosure.entry.source import decode
from disclosure.problem import DisclosureError, Problem


class Fixed(Struct, frozen=True):
    """The text of a file after repair and the problems that are gone with it."""

    text: str
    changes: tuple[Problem, ...]


def fix_text(data: bytes, file: str, keys: Mapping[str, Key], kind: Kind) -> Fixed | None:
    """Return the repaired text of a file; None where it cannot be read at all."""
    try:
        text, changes = decode(data, file)
    except DisclosureError:
        return None
    if kind is Kind.DATA:
        above, slips = fix_front_matter(text, file, 1, keys, kind)
        return Fixed(above, (*changes, *slips))
    try:
        parts = split(text, file)
    except DisclosureError:
        return Fixed(text, tuple(changes))
    above, slips = fix_front_matter(parts.above, file, parts.first_line, keys, kind)
    if parts.problems or slips:
        text = parts.join(above)
    return Fixed(text, (*changes, *parts.problems, *slips))


def fix_front_matter(
    text: str, file: str, first_line: int, keys: Mapping[str, Key], kind: Kind
) -> tuple[str, tuple[Problem, ...]]:
    """Return a front matter without its slips; as it was where it then still cannot be read."""
    header, problems = read_header(text, file, first_line, keys, kind)
    if not problems and not header.misfits:
        return text, ()
    mended = mend(text, first_line, keys, kind)
    header, _ = read_header(mended.text, file, first_line, keys, kind)
    if mended.text == text or not header.is_readable:
        return text, ()
    return mended.text, tuple(
        slip.problem(file) for slip in mended.slips if slip.code is not TIME_MISSING
    )
