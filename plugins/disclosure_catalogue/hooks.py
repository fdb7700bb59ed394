"""The handler: the pages of groups come from a generator of ours."""

from __future__ import annotations

from pelican import Pelican

from disclosure_catalogue.groups import GroupGenerator


def add_generator(_: Pelican) -> type[GroupGenerator]:
    """Return the generator of group pages."""
    return GroupGenerator
