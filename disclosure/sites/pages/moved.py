"""A division that was merged or renamed: where it went, since when, and what it still shows."""

from __future__ import annotations

from msgspec import Struct

from disclosure.division import Division
from disclosure.sites.site import Site


class Moved(Struct, frozen=True):
    """Where a division went (撤并、更名); `on` is the last day it stood as YYYY-MM-DD or ""."""

    successor: Division
    is_renamed: bool
    on: str
    entries: int


def moved_to(site: Site) -> Moved | None:
    """Return where the site's division went, None where it stands.

    It was renamed where a division that begins when it ends took its place alone; else it merged.
    """
    division = site.division
    register = site.facts.register
    successor = register.get(division.replaced_by or "")
    if successor is None:
        return None
    since, until = successor.valid_from, division.valid_to
    merged = [one for one in register if one.replaced_by == successor.code]
    return Moved(
        successor=successor,
        is_renamed=since is not None and until is not None and since >= until and len(merged) == 1,
        on=until.isoformat() if until else "",
        entries=sum(1 for _ in site.visible()),
    )
