"""Writes what other programs read: the file API, catalogues of data, tables of all villages."""

from __future__ import annotations


def register() -> None:
    from pelican import signals

    from disclosure_opendata import hooks

    signals.get_generators.connect(hooks.add_generators)
