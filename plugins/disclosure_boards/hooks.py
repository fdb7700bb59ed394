"""The handler: sheet, kiosk, slides and QR codes come from a generator of ours."""

from __future__ import annotations

from pelican import Pelican

from disclosure_boards.boards import BoardGenerator


def add_generator(pelican: Pelican) -> type[BoardGenerator] | None:
    """Return the generator, where the run is for a division."""
    return BoardGenerator if pelican.settings.get("DISCLOSURE_SITE") else None
