"""Publishes data packages: a page for each."""

from __future__ import annotations


def register() -> None:
    from pelican import signals

    from disclosure_datasets import hooks

    signals.readers_init.connect(hooks.add_reader)
