"""One division to build, and what came of it: values that travel to a worker and back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from msgspec import Struct

from disclosure.division import Division
from disclosure.history import NO_HISTORY, Corrections
from disclosure.problem import Problem
from disclosure.rules.witness import Witness
from disclosure.sites.around import ALONE, Around


class Job(Struct, frozen=True):
    """A division's site to build into `output/<short code>/`."""

    division: Division
    output: Path
    as_of: date
    around: Around = ALONE
    corrections: Corrections = NO_HISTORY


class Outcome(Struct, frozen=True):
    """What a job came to; `is_built` tells whether the site stands as it is to be.

    `witness` is what was looked up outside the division's folder, None where it was not built now:
    it failed, or stood as it is to be already.
    """

    division: Division
    problems: tuple[Problem, ...]
    pages: int
    is_built: bool
    witness: Witness | None = None
