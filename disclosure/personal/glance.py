"""The first glance at a text: nearly all hold no run of signs that could be a person's number.

Patterns look at every digit; this looks at bytes, and at whole runs of digits and gaps at once.
"""

from __future__ import annotations

import re

DIGITS = "0-9０-９"
NO_WIDTH = "\u00ad\u200b-\u200f\u2060\ufeff"
GAPS = " \u00a0\u2000-\u200a\u202f\u3000\\-‐-―－\u2212"

# Those beyond ASCII that one can see, with what stands for them there.
SEEN = dict(zip("０１２３４５６７８９", "0123456789", strict=True)) | dict.fromkeys(
    "‐‑‒–—―－\u2212", "-"
)
SIGNS = bytes(b"d"[0] if byte in b"0123456789 -" else b"x"[0] for byte in range(256))
LONG_RUN = b"d" * 15
FROM_DIGIT = re.compile(rb"[0-9][0-9 -]{14}")  # a gap in front, as in that of a voucher, is no part
# Eleven from a 1 that begins a number: no digit stands before it but those of the country.
FROM_ONE = re.compile(rb"1[0-9 -]{10}(?:(?<![0-9].{11})|(?<=00.{11})|(?<=86.{11}))", re.DOTALL)


def is_visible(text: str) -> bool:
    """Tell whether a text holds nothing but signs one can see, blanks and line ends."""
    return text.replace("\n", " ").isprintable()


def in_ascii(text: str) -> bytes:
    """Return one byte for each sign of a text: digits and dashes as ASCII has them, "?" for others.

    Bytes are looked through several times faster than signs.
    """
    if any(map(text.__contains__, SEEN)):
        for sign, usual in SEEN.items():
            text = text.replace(sign, usual)
    return text.encode("ascii", "replace")


def may_hold_number(plain: bytes) -> bool:
    """Tell whether a text that is visible, in ASCII, holds a run as long as a person's number.

    That is fifteen digits and gaps, or eleven from a 1 on: no number of a person is shorter.
    """
    if LONG_RUN in plain.translate(SIGNS) and FROM_DIGIT.search(plain):
        return True
    return FROM_ONE.search(plain) is not None
