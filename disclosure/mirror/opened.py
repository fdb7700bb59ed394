"""The page on which a stick begins when it is opened as it is: what it holds, of which version.

It follows from what is signed, so whoever checks a stick can make it again and compare.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from disclosure.bundle.parts import COMMON
from disclosure.bundle.places import Places
from disclosure.bundle.stubs import HOME, write_front
from disclosure.trust.pledge import Pledge

FRONT = HOME


def front_of(held: Iterable[str], pledges: Mapping[str, Pledge], places: Places) -> bytes:
    """Return the page, where the sites of some codes are held."""
    codes = sorted(code for code in held if code != COMMON)
    above = [code for code in codes if any(is_below(other, code) for other in codes)]
    own = [code for code in codes if code not in above]
    told = {code: version_told(pledges[code]) for code in codes}
    return write_front(own, above, places, told).encode()


def is_below(code: str, other: str) -> bool:
    """Tell whether a division belongs to another, as the digits say."""
    return code != other and code.startswith(other)


def version_told(pledge: Pledge) -> str:
    """Return which version of a site it is, as people read it."""
    return f"第 {pledge.version} 版，内容截至 {pledge.day.isoformat()}"
