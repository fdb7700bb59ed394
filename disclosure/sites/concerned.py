"""Whose content shows on whose site: on their own, and on those of the levels around."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.division import Division, Register
from disclosure.sites.kept.known import Known


def related(divisions: Iterable[Division], register: Register) -> tuple[Division, ...]:
    """Return the divisions whose content shows on the sites of some: they, and those around."""
    codes = {
        one.code
        for division in divisions
        for some in ((division,), register.ancestors(division), register.descendants(division))
        for one in some
    }
    return tuple(division for division in register if division.code in codes)


def unconcerned(known: Known, corrections: str, register: Register) -> frozenset[str]:
    """Return the codes of the divisions that show nothing of what is told anew."""
    if not known.is_settled(corrections):
        return frozenset()
    telling = (one for one in register if one.code in known.told_anew)
    concerned = {one.code for one in related(telling, register)}
    return frozenset(one.code for one in register if one.code not in concerned)
