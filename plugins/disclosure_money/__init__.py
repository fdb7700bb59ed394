"""Tells of a place's money in pages of its own: `money.html`, `fund.html`, `assets.html`."""

from __future__ import annotations


def register() -> None:
    from pelican import signals

    from disclosure_money import hooks

    signals.generator_init.connect(hooks.add_view)
    signals.get_generators.connect(hooks.add_generator)
