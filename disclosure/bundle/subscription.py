"""What a village point holds: its own site, the pages of the places above, the theme, its choice.

Whoever packs and whoever fetches ask the same function, so both mean the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from disclosure.bundle.parts import COMMON, OF_COMMON, OF_SITE, Part
from disclosure.bundle.places import Places

WHOLE = frozenset({Part.PAGES, Part.DATA, Part.SEARCH, Part.GATHERED})  # of the own site
READ = frozenset({Part.PAGES})  # of those above


class Wish(Struct, frozen=True):
    """Whose site it is to be; `neighbours` are held as wholly, `chosen` are further parts."""

    code: str
    neighbours: tuple[str, ...] = ()
    chosen: tuple[tuple[str, Part], ...] = ()


class Subscription(Struct, frozen=True):
    """Which parts of which sites are held, by code; `common` stands for what all share."""

    parts_by_site: Mapping[str, frozenset[Part]]

    def holds(self, site: str, part: Part) -> bool:
        """Tell whether a part of a site is held."""
        return part in self.parts_by_site.get(site, ())


def subscribe(places: Places, wishes: Iterable[Wish]) -> Subscription:
    """Return all that some points need; places that have no site are left out."""
    parts: dict[str, frozenset[Part]] = {COMMON: frozenset({Part.THEME})}

    def take(code: str, some: Iterable[Part]) -> None:
        if code in places:
            parts[code] = parts.get(code, frozenset()).union(some)

    for wish in wishes:
        for code in (wish.code, *wish.neighbours):
            take(code, WHOLE)
            for above in places.above(code):
                take(above, READ)
        for code, part in wish.chosen:
            take(code, {part})
    return Subscription(dict(sorted(parts.items())))


def everything(places: Places) -> Subscription:
    """Return all parts of all sites."""
    sites = {place.code: frozenset(OF_SITE) for place in places}
    return Subscription({**sites, COMMON: frozenset(OF_COMMON)})
