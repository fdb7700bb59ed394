"""The handler: the matrix comes from a generator of ours."""

from __future__ import annotations

from pelican import Pelican

from disclosure_matrix.matrix import MatrixGenerator


def add_generator(pelican: Pelican) -> type[MatrixGenerator] | None:
    """Return the generator of the matrix, where the run is for a division."""
    return MatrixGenerator if pelican.settings.get("DISCLOSURE_SITE") else None
