"""Arranges entries by the catalogue: a page for each group, the category behind each list."""

from __future__ import annotations


def register() -> None:
    from pelican import signals

    from disclosure_catalogue import hooks

    signals.get_generators.connect(hooks.add_generator)
