"""How often the phrases of a lexicon stand in a text, found through their first two characters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from operator import add

from disclosure.search.places import Places

Beginnings = Mapping[str, tuple[str, ...]]


def beginnings_of(lexicon: Iterable[str]) -> Beginnings:
    """Return the phrases by the pair they begin with."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for phrase in lexicon:
        found[phrase[:2]].append(phrase)
    return {pair: tuple(phrases) for pair, phrases in found.items()}


def times_in(text: str, beginnings: Beginnings) -> Mapping[str, int]:
    """Return how often each phrase stands in a normal text; one may lie in another."""
    pairs = map(add, text, text[1:])
    return Counter(
        phrase
        for place, pair in enumerate(pairs)
        if pair in beginnings
        for phrase in beginnings[pair]
        if text.startswith(phrase, place)
    )


def times_at(text: str, places: Places, beginnings: Beginnings) -> Mapping[str, int]:
    """Return the same of a text that has been cut: the places of its pairs are known."""
    return Counter(
        phrase
        for pair in beginnings.keys() & places.first.keys()
        for place in places.more.get(pair) or (places.first[pair],)
        for phrase in beginnings[pair]
        if text.startswith(phrase, place)
    )
