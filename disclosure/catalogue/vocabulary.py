"""The closed vocabularies (词表): every coded value the catalogue uses, and its meaning."""

from __future__ import annotations

import re
from pathlib import Path

from msgspec import Struct

from disclosure.rows import read_rows

FILE = "catalogue/vocabulary.csv"


class Word(Struct, frozen=True):
    """One value of a vocabulary; `pattern` ("" = none) admits every text of a form."""

    value: str
    pattern: str
    meaning: str

    def admits(self, text: str) -> bool:
        """Tell whether `text` is this value, or has its form."""
        if text == self.value:
            return True
        return bool(self.pattern) and re.fullmatch(self.pattern, text) is not None


def load_vocabulary(standard: Path) -> dict[str, tuple[Word, ...]]:
    """Read `vocabulary.csv` of a standard by field, in its order."""
    path = standard / "catalogue" / "vocabulary.csv"
    found: dict[str, list[Word]] = {}
    for row in read_rows(path, FILE, ("field", "value", "pattern", "meaning_zh")):
        word = Word(row["value"], row["pattern"], row["meaning_zh"])
        found.setdefault(row["field"], []).append(word)
    return {field: tuple(words) for field, words in sorted(found.items())}
