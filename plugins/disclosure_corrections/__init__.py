"""Tells what was corrected, when and why: a page, a block on each entry's page, and JSON."""

from __future__ import annotations


def register() -> None:
    from pelican import signals

    from disclosure_corrections import hooks

    signals.generator_init.connect(hooks.add_view)
    signals.get_generators.connect(hooks.add_generator)
