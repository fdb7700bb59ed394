"""Where the phrases of a lexicon stand in texts, found through their first two characters."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import add

from disclosure.search.places import BREAK, Places

Beginnings = Mapping[str, tuple[str, ...]]


def beginnings_of(lexicon: Iterable[str]) -> Beginnings:
    """Return the phrases by the pair they begin with."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in lexicon:
        found[phrase[:2]].append(phrase)
    return {pair: tuple(phrases) for pair, phrases in found.items()}


def phrase_places(texts: Sequence[str], beginnings: Beginnings) -> Places:
    """Return the places of phrases in some normal texts joined; one may lie in another."""
    text = BREAK.join(texts)
    pairs = map(add, text, text[1:])
    candidates = [(place, pair) for place, pair in enumerate(pairs) if pair in beginnings]
    found: defaultdict[str, list[int]] = defaultdict(list)
    for place, pair in candidates:
        for phrase in beginnings[pair]:
            if text.startswith(phrase, place):
                found[phrase].append(place)
    return found
