"""Where the phrases of a lexicon stand in many texts, found through their first characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from disclosure.search.places import Places
from disclosure.search.scroll import Scroll
from disclosure.search.title_parts import SHORTEST

Beginnings = Mapping[str, Mapping[str, tuple[str, ...]]]


def beginnings_of(lexicon: Iterable[str]) -> Beginnings:
    """Return the phrases by their first character, then by their first three."""
    found: defaultdict[str, defaultdict[str, tuple[str, ...]]]
    found = defaultdict(lambda: defaultdict(tuple))
    for phrase in lexicon:
        found[phrase[0]][phrase[:SHORTEST]] += (phrase,)
    return found


def find_phrases(scroll: Scroll, sign: str, beginnings: Beginnings) -> Places:
    """Return where the phrases stand that begin with a character; one may lie in another."""
    text, following, known = scroll.text, scroll.following, beginnings[sign]
    seconds = {start[1] for start in known}  # most of what follows the sign is none of them
    likely = [place for place in scroll.signs.get(sign, ()) if following[place] in seconds]
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place in likely:
        for phrase in known.get(text[place : place + SHORTEST], ()):
            if text.startswith(phrase, place):
                found[phrase].append(place)
    return found
