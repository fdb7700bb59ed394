"""Puts a division's content on other things than a page: a sheet, a kiosk, a screen, a QR code."""

from __future__ import annotations


def register() -> None:
    from pelican import signals

    from disclosure_boards import hooks

    signals.get_generators.connect(hooks.add_generator)
