"""What the reckoning of deadlines has to know beside an entry, whoever holds it."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from disclosure.catalogue import Catalogue
from disclosure.division import Publishers
from disclosure.workdays import Workdays


class Context(Protocol):
    """The standard, the registers and the day the question is asked for."""

    @property
    def catalogue(self) -> Catalogue: ...

    @property
    def publishers(self) -> Publishers: ...

    @property
    def workdays(self) -> Workdays: ...

    @property
    def today(self) -> date: ...
