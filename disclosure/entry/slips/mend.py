"""Reads what a front matter was meant to say: the form of its lines, then its typed values."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalogue import Key, Kind
from disclosure.entry.misfit import find_misfits
from disclosure.entry.slips.lines import mend_lines
from disclosure.entry.slips.slip import Slip
from disclosure.entry.slips.values import mend_values
from disclosure.marked import read_marked


class Mended(Struct, frozen=True):
    """A front matter as meant, line for line, and the slips it was typed with, by line."""

    text: str
    slips: tuple[Slip, ...]


def mend(text: str, first_line: int, keys: Mapping[str, Key], kind: Kind) -> Mended:
    """Return the front matter without its slips; `first_line` is where it begins in its file."""
    meant, slips = mend_lines(text, first_line, keys)
    given, _ = read_marked(meant, "", first_line)
    if given is not None and given.fields is not None:
        meant, more = mend_values(meant, first_line, find_misfits(given, keys, kind))
        lines = meant.split("\n")
        # Whoever retypes a line should see it with its value right as well.
        slips = [
            replace(slip, meant=lines[slip.line - first_line]) if slip.meant else slip
            for slip in slips
        ]
        slips += more
    return Mended(meant, tuple(sorted(slips, key=lambda slip: (slip.line, slip.field))))
