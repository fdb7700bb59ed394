"""A pattern looked for in what people write, with the words that most texts lack."""

from __future__ import annotations

import re
from collections import defaultdict

from msgspec import Struct

from disclosure.once import once


class Sought(Struct, frozen=True, dict=True):
    """All that `expression` finds holds one of `words` with one of `ends` behind it, or has `form`.

    A word is found fifty times faster than a pattern, and most texts hold none.
    """

    expression: str
    words: tuple[str, ...]
    ends: tuple[str, ...] = ("",)
    form: re.Pattern[str] | None = None

    @once
    def by_sign(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The words by their last sign: a single sign is found thirty times faster than a word."""
        by_sign = defaultdict(list)
        for word in self.words:
            by_sign[word[-1]].append(word)
        return tuple((sign, tuple(words)) for sign, words in by_sign.items())

    @once
    def pattern(self) -> re.Pattern[str]:
        """The expression compiled, for the first text in which it may be found."""
        return re.compile(self.expression)

    def may_stand_in(self, text: str) -> bool:
        """Tell at a glance whether the pattern may be found in a text."""
        for sign, words in self.by_sign:
            if sign in text:
                for word in words:
                    if word in text and any(word + end in text for end in self.ends):
                        return True
        return self.form is not None and self.form.search(text) is not None
