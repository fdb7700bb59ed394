"""Words made of common characters, drawn as unevenly as those of real texts.

Real words would bring a data set along; what an index costs depends on how many different pairs of
characters there are, and how often each. A few thousand characters and Zipf's law give both.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from random import Random

CHARACTERS = 3000  # of the 3,755 common ones of GB 2312
WORDS = 60_000
LENGTHS = (2, 2, 2, 2, 2, 2, 2, 3, 3, 4)
FLATTER = 40  # added to a rank: the first words are not that much more frequent


class Dictionary:
    """Words with frequencies, always the same ones."""

    def __init__(self) -> None:
        rng = Random("dictionary")
        characters = common_characters()
        rng.shuffle(characters)
        characters = characters[:CHARACTERS]
        weights = frequencies(len(characters))
        found: dict[str, None] = {}
        while len(found) < WORDS:
            found["".join(rng.choices(characters, cum_weights=weights, k=rng.choice(LENGTHS)))] = (
                None
            )
        self.words: Sequence[str] = tuple(found)
        self.weights = frequencies(WORDS)

    def draw(self, rng: Random, count: int) -> list[str]:
        """Return some words, frequent ones more often."""
        return rng.choices(self.words, cum_weights=self.weights, k=count)


def frequencies(count: int) -> list[float]:
    """Return the rising sums of weights by rank."""
    return list(accumulate(1 / (rank + FLATTER) for rank in range(count)))


def common_characters() -> list[str]:
    """Return the first level of GB 2312: 3,755 characters in the order of the standard."""
    codes = [bytes((row, cell)) for row in range(0xB0, 0xD8) for cell in range(0xA1, 0xFF)]
    return [code.decode("gb2312") for code in codes[:3755]]
