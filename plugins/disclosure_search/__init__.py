"""Lets a site be searched: a page, the texts it reads, and a word to the browser where it is."""

from __future__ import annotations


def register() -> None:
    from pelican import signals

    from disclosure_search import hooks

    signals.generator_init.connect(hooks.add_view)
    signals.get_generators.connect(hooks.add_generator)
