"""Publishes data packages: a page for each, its files beside it unchanged and in other forms."""

from __future__ import annotations


def register() -> None:
    from pelican import signals

    from disclosure_datasets import hooks

    signals.readers_init.connect(hooks.add_reader)
    signals.static_generator_finalized.connect(hooks.take_files)
    signals.get_generators.connect(hooks.add_generator)
