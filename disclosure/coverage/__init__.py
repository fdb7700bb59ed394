"""Coverage (公开率): how each of the 169 categories stands at a division, and what that sums to."""

from __future__ import annotations

from disclosure.coverage.matrix import SOON_DAYS, Row, matrix_of
from disclosure.coverage.tally import NO_DUTIES, Tally, tally_of

__all__ = ["NO_DUTIES", "SOON_DAYS", "Row", "Tally", "matrix_of", "tally_of"]
