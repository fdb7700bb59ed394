"""Gives every page its division: who it is, who is above and below, and relative links to them."""

from __future__ import annotations


def register() -> None:
    from pelican import signals

    from disclosure_divisions import hooks

    signals.initialized.connect(hooks.find_site)
    signals.generator_init.connect(hooks.add_context)
    signals.get_writer.connect(hooks.choose_writer)
    signals.get_generators.connect(hooks.add_generator)
