"""Writes the disclosure matrix of a division: `matrix.html` and `api/v1/matrix.json`."""

from __future__ import annotations


def register() -> None:
    from pelican import signals

    from disclosure_matrix import hooks

    signals.get_generators.connect(hooks.add_generator)
