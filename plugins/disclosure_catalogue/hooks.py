"""The handler: the pages of groups come from a generator of ours."""

from __future__ import annotations

from pelican import Pelican

from disclosure_catalogue.groups import GroupGenerator


def add_generator(pelican: Pelican) -> type[GroupGenerator] | None:
    """Return the generator of group pages, where the run is for a division."""
    return GroupGenerator if pelican.settings.get("DISCLOSURE_SITE") else None
