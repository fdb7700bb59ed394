"""Writes what a government site holds beside its entries: lists, site map, guide, sitemap."""

from __future__ import annotations


def register() -> None:
    from pelican import signals

    from disclosure_pages import hooks

    signals.get_generators.connect(hooks.add_generators)
