"""Carries what stands beside pages: committed files unchanged, and data packages in other forms."""

from __future__ import annotations


def register() -> None:
    from pelican import signals

    from disclosure_files import hooks

    signals.static_generator_finalized.connect(hooks.take_files)
    signals.get_generators.connect(hooks.add_generator)
