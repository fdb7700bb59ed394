"""Writes what other programs read: the file API, and the catalogue of data sets in three forms."""

from __future__ import annotations


def register() -> None:
    from pelican import signals

    from disclosure_opendata import hooks

    signals.get_generators.connect(hooks.add_generator)
