"""The pages that only an opened stick has: the one it begins with, and those for what is not on it.

They follow from what is signed, so whoever checks a stick can make them again and compare.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from disclosure.bundle.parts import COMMON
from disclosure.bundle.places import Places
from disclosure.bundle.stubs import HOME, write_front, write_stub
from disclosure.mirror.pages import public_address
from disclosure.trust.pledge import Pledge

FRONT = HOME


def front_of(held: Iterable[str], pledges: Mapping[str, Pledge], places: Places) -> bytes:
    """Return the page, where the sites of some codes are held."""
    codes = sorted(code for code in held if code != COMMON)
    above = [code for code in codes if any(is_below(other, code) for other in codes)]
    own = [code for code in codes if code not in above]
    told = {code: version_told(pledges[code]) for code in codes}
    return write_front(own, above, places, told).encode()


def stub_of(path: str, places: Places, address: str) -> bytes:
    """Return the page in place of one that is not on a stick."""
    return write_stub(path, places, address).encode()


def public_base(homes: Mapping[str, bytes]) -> str:
    """Return under which address all sites are public, as one of their home pages says, or ""."""
    return next(filter(None, (public_address(homes[path], path) for path in sorted(homes))), "")


def is_below(code: str, other: str) -> bool:
    """Tell whether a division belongs to another, as the digits say."""
    return code != other and code.startswith(other)


def version_told(pledge: Pledge) -> str:
    """Return which version of a site it is, as people read it."""
    return f"第 {pledge.version} 版，内容截至 {pledge.day.isoformat()}"
