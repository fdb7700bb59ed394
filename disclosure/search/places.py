"""Where every token of many texts stands, at once: what `cut` yields token by token, much faster.

Every two neighbouring characters are a pair where one of them is Chinese and the other is Chinese
or of a word; words are looked for apart.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from functools import lru_cache

from disclosure.search.scroll import Scroll
from disclosure.search.tokens import RUNS, WORDED, cut_word, ranges

WORD = re.compile(f"[{ranges(WORDED)}]+")
NONE, IN_WORDS, CHINESE = range(3)  # what a character is to search
MEMORY = 1 << 16  # words and characters, most of which come again and again

Places = Mapping[str, list[int]]  # of each term, ascending


def places_of(scroll: Scroll, sign: str, *, singles: bool = False) -> Places:
    """Return where the tokens stand that begin with a character, those of words left out.

    With `singles` a Chinese character alone is one everywhere, else only where it touches nothing.
    """
    kind, places = kind_of(sign), scroll.signs.get(sign)
    if kind == NONE or not places:
        return {}
    behind: defaultdict[str, list[int]] = defaultdict(list)
    following = scroll.following
    for place in places:
        behind[following[place]].append(place)
    partners = IN_WORDS if kind == CHINESE else CHINESE
    found = {sign + one: where for one, where in behind.items() if kind_of(one) >= partners}
    if kind == CHINESE:
        ends = [place for one, where in behind.items() if kind_of(one) == NONE for place in where]
        alone = places.tolist() if singles else untouched(scroll.text, sorted(ends))
        if alone:
            found[sign] = alone
    return found


def untouched(text: str, places: list[int]) -> list[int]:
    """Return those of some places that have no character of a token before them."""
    return [place for place in places if kind_of(text[place - 1]) == NONE]


def words_of(scroll: Scroll) -> Mapping[str, Places]:
    """Return where the tokens of words stand, by the character that they begin with."""
    found: defaultdict[str, dict[str, list[int]]] = defaultdict(dict)
    for match in WORD.finditer(scroll.text):
        start = match.start()
        for token, offset in pieces_of(match[0]):
            found[token[0]].setdefault(token, []).append(start + offset)
    return found


@lru_cache(MEMORY)
def kind_of(sign: str) -> int:
    """Return what a character is."""
    run = RUNS.match(sign)
    if run is None:
        return NONE
    return IN_WORDS if run[1] is None else CHINESE


@lru_cache(MEMORY)
def pieces_of(word: str) -> tuple[tuple[str, int], ...]:
    """Return the tokens of a run of digits and letters."""
    return tuple(cut_word(word, 0))
