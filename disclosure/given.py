"""One value of a YAML document as given, with the place where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple


class Given(NamedTuple):
    """One value as given: text, a list or a map, where it begins, and where its key stands.

    A tuple, not a dataclass: thirty of them are made for every entry, and a tuple is made in a
    third of the time.
    """

    line: int
    column: int
    text: str = ""
    items: tuple[Given, ...] | None = None
    fields: dict[str, Given] | None = None
    key_line: int = 0
    quoted: bool = False

    @property
    def is_text(self) -> bool:
        return self.items is None and self.fields is None

    @property
    def is_blank(self) -> bool:
        """True for an empty text, an empty list and an empty map."""
        if self.items is None and self.fields is None:
            return not self.text.strip()
        return not (self.items or self.fields)

    def get(self, name: str) -> Given | None:
        """Return the value of a map's field, or None (also where this is no map)."""
        return self.fields.get(name) if self.fields else None

    def text_of(self, name: str) -> str:
        """Return the text of a map's field, "" where it is absent or no text."""
        given = self.fields.get(name) if self.fields else None
        return given.text if given else ""

    def texts(self) -> tuple[str, ...]:
        """Return the texts of a list, or the one text as a list of one."""
        if self.items is not None:
            return tuple(item.text for item in self.items)
        return (self.text,) if self.text else ()

    def walk(self) -> Iterator[Given]:
        """Yield every text in this value, keys excluded, in order."""
        if self.is_text:
            yield self
        for part in self.items or tuple((self.fields or {}).values()):
            yield from part.walk()
