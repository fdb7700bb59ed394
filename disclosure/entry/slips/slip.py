"""A slip: what was typed, where, and what it was meant to be."""

from __future__ import annotations

from msgspec import Struct

from disclosure.personal.hide import hide_numbers
from disclosure.problem import Code, Problem


class Slip(Struct, frozen=True):
    """One slip; `meant` is what to type instead: the whole line, or `key: value`."""

    code: Code
    line: int
    field: str
    title: str
    value: str
    meant: str

    def problem(self, file: str) -> Problem:
        """Return the slip as a problem; personal numbers are not repeated in full."""
        return self.code.at(
            file,
            self.line,
            self.field,
            value=hide_numbers(self.value),
            name=self.field.rpartition(".")[2],
            title=self.title or self.field,
            meant=hide_numbers(self.meant.strip()),
        )
