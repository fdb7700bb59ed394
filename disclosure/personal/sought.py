"""A pattern looked for in what people write, with the words that most texts lack."""

from __future__ import annotations

import re
from typing import NamedTuple


class Sought(NamedTuple):
    """All that `pattern` finds holds one of `words` with one of `ends` behind it, or has `form`.

    A word is found fifty times faster than a pattern, and most texts hold none.
    """

    pattern: re.Pattern[str]
    words: tuple[str, ...]
    ends: tuple[str, ...] = ("",)
    form: re.Pattern[str] | None = None

    def may_stand_in(self, text: str) -> bool:
        """Tell at a glance whether the pattern may be found in a text."""
        for word in self.words:
            if word in text and any(word + end in text for end in self.ends):
                return True
        return self.form is not None and self.form.search(text) is not None
