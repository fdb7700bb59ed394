"""Which rules are asked of an entry: its shape decides, once for the thousands that share it.

A gate stands beside its rule and saves asking in vain; it never decides what is wrong. What an
entry says is no part of its shape, only where it says something.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from disclosure.catalogue import Category, Kind
from disclosure.division import Level
from disclosure.entry.header import Names


class Shape(NamedTuple):
    """What gates look at: the category as it binds the division, the keys, some signs of the body.

    `marks` are those a rule asked for that stand in the body; `is_fit` tells that every key and
    value is one of the closed list.
    """

    category: Category | None
    kind: Kind
    level: Level
    names: Names
    marks: tuple[str, ...]
    is_fit: bool

    def gives(self, name: str) -> bool:
        """Tell whether a key is given, be it blank."""
        return name in self.names.given

    def fills(self, name: str) -> bool:
        """Tell whether a key is given and not blank; a key inside a list of maps is not known."""
        return name in self.names.given and name not in self.names.blank

    @property
    def is_withdrawn(self) -> bool:
        return "withdrawn" in self.names.given


Gate = Callable[[Shape], bool]


def is_known(shape: Shape) -> bool:
    """Tell whether the category is one of the catalogue and what it asks for was not withdrawn."""
    return shape.category is not None and not shape.is_withdrawn


def is_unfit(shape: Shape) -> bool:
    """Tell whether a key or a value is none of the closed list."""
    return not shape.is_fit
