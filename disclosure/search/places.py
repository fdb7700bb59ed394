"""Where every token of many texts stands, at once: what `cut` yields text by text.

The texts are laid one after the other with a line break between them, and a place is counted over
all. Whether two neighbours are a pair can be seen of the pair alone, so all neighbours are gathered
first, which costs one look each, and what is no pair is taken out again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from operator import add

from disclosure.search.tokens import PAIRED, RUNS, WORDED, cut, cut_word, ranges

BREAK = "\n"
SIGN = f"{ranges(PAIRED)}{ranges(WORDED)}"
WORD = re.compile(f"[{ranges(WORDED)}]+")
ALONE = re.compile(f"[^{SIGN}]([{ranges(PAIRED)}])(?=[^{SIGN}])")
MEMORY = 1 << 16  # words, most of which come again and again

Places = dict[str, list[int]]  # by token, ascending


def body_places(texts: Sequence[str]) -> Places:
    """Return the places of the tokens of some normal bodies in all of them joined."""
    text = BREAK.join(texts)
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, pair in enumerate(map(add, text, text[1:])):
        found[pair].append(place)
    words = [(match[0], match.start()) for match in WORD.finditer(text)]
    for pair in no_pairs(found, text, {word for word, _ in words}):
        del found[pair]
    for word, start in words:
        for token, offset in pieces_of(word):
            found[token].append(start + offset)
    for match in ALONE.finditer(f"{BREAK}{text}{BREAK}"):
        found[match[1]].append(match.start())  # of the sign before it, which is not in the text
    return found


def no_pairs(found: Places, text: str, words: set[str]) -> list[str]:
    """Return the neighbours that are no token: a sign of neither kind, or two of one word."""
    odd = set(RUNS.sub("", text))
    inside = {pair for word in words for pair in map(add, word, word[1:])}
    return [pair for pair in found if pair[0] in odd or pair[1] in odd or pair in inside]


@lru_cache(MEMORY)
def pieces_of(word: str) -> tuple[tuple[str, int], ...]:
    """Return the tokens of a run of digits and letters."""
    return tuple(cut_word(word, 0))


def title_places(texts: Sequence[str]) -> Places:
    """Return the places of the tokens of some normal titles, each Chinese character alone too."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    start = 0
    for text in texts:
        for token, place in cut(text, singles=True):
            found[token].append(start + place)
        start += len(text) + len(BREAK)
    return found
