"""Where each required element (公开要素) of a category must be found."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from enum import Enum
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from msgspec import Struct

from disclosure.once import once
from disclosure.problem import Code, DisclosureError
from disclosure.rows import read_rows

FILE = "catalogue/element_bindings.csv"
ALIAS_FILE = "catalogue/element_aliases.csv"
ROW_WRONG = Code(
    "binding-row-wrong",
    zh="要素绑定表第 {line} 行的 {field} 写作“{value}”，应为 {expected} 之一",
    en="element bindings line {line}: {field} is {value!r}, expected one of {expected}",
    hint_zh="请对照 catalogue/vocabulary.csv 改正",
    hint_en="see catalogue/vocabulary.csv",
)


class Place(Enum):
    """Where an element stands: in a table's column, a key, a heading, an indicator or the text."""

    COLUMN = "column"
    EXTRA_COLUMN = "extra_column"
    FIELD = "field"
    FIELD_OR_HEADING = "field_or_heading"
    FIELD_OR_INDICATOR = "field_or_indicator"
    BODY = "body"

    @property
    def is_column(self) -> bool:
        return self in (Place.COLUMN, Place.EXTRA_COLUMN)


class Alias(Struct, frozen=True):
    """An element that a front-matter key already holds: every one of `keys`, each being a choice.

    `(("notice.from",), ("notice.to",))` needs both; `(("summary", "title"),)` needs either.
    """

    element: str
    keys: tuple[tuple[str, ...], ...]


class Binding(Struct, frozen=True, eq=False, dict=True):
    """One element of one category; `columns` must all exist, `type` is that of an extra column.

    A binding equals itself alone: those of a category are looked up for every entry. `alias` are
    the keys that hold the element already.
    """

    category: str
    element: str
    place: Place
    columns: tuple[str, ...]
    type: str
    alias: Alias | None = None

    @once
    def label(self) -> str:
        """The element as it is compared (NFKC)."""
        return fold(self.element)

    @once
    def is_column(self) -> bool:
        return self.place.is_column

    def __hash__(self) -> int:
        """Bindings that are equal name one element of one category."""
        return hash((self.category, self.element))


def fold(text: str) -> str:
    """Return a label as it is compared: NFKC, no blanks around it."""
    return unicodedata.normalize("NFKC", text).strip()


@lru_cache(maxsize=256)
def extra_columns(bindings: tuple[Binding, ...]) -> Mapping[str, Binding]:
    """Return the columns a category adds to its table, each with the element it holds."""
    return {
        name: binding
        for binding in bindings
        if binding.place is Place.EXTRA_COLUMN
        for name in binding.columns
    }


@lru_cache(maxsize=256)
def extra_types(bindings: tuple[Binding, ...]) -> Mapping[str, str]:
    """Return the columns a category adds to its table, each with its type."""
    return {name: binding.type for name, binding in extra_columns(bindings).items()}


NO_ALIASES: Mapping[tuple[str, str], Alias] = MappingProxyType({})


def load_bindings(
    standard: Path, aliases: Mapping[tuple[str, str], Alias] = NO_ALIASES
) -> dict[str, tuple[Binding, ...]]:
    """Read the bindings of a standard by category code, in the order of the elements.

    A category's own alias of an element goes before the general one.
    """
    path = standard / "catalogue" / "element_bindings.csv"
    places = {place.value: place for place in Place}
    found: dict[str, list[Binding]] = {}
    for row in read_rows(path, FILE, ("code", "seq", "element", "binding", "target", "type")):
        place = places.get(row["binding"])
        if place is None:
            raise DisclosureError(
                ROW_WRONG.at(
                    FILE, row.line, "binding", value=row["binding"], expected="、".join(places)
                )
            )
        columns = tuple(filter(None, row["target"].replace("/", "+").split("+")))
        code, element = row["code"], row["element"]
        alias = aliases.get((code, element)) or aliases.get(("", element))
        binding = Binding(code, element, place, columns, row["type"] or "string", alias)
        found.setdefault(code, []).append(binding)
    return {code: tuple(bindings) for code, bindings in sorted(found.items())}


def load_aliases(standard: Path) -> dict[tuple[str, str], Alias]:
    """Read the alias table by (category code or "", element)."""
    path = standard / "catalogue" / "element_aliases.csv"
    return {
        (row["code"], row["element"]): Alias(
            row["element"],
            tuple(tuple(choice.split("|")) for choice in row["target"].split("+")),
        )
        for row in read_rows(path, ALIAS_FILE, ("element", "code", "target"))
    }
