"""How often the phrases of a lexicon stand in a text, found through their first two characters."""

from __future__ import annotations

from collections import defaultdict
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
    return count(
        text, ((pair, place) for place, pair in enumerate(pairs) if pair in beginnings), beginnings
    )


def times_at(text: str, places: Places, beginnings: Beginnings) -> Mapping[str, int]:
    """Return the same of a text that has been cut: the places of its pairs are known."""
    first, more = places
    known = beginnings.keys() & first.keys()
    return count(
        text,
        ((pair, place) for pair in known for place in more.get(pair) or (first[pair],)),
        beginnings,
    )


def count(text: str, found: Iterable[tuple[str, int]], beginnings: Beginnings) -> Mapping[str, int]:
    """Return how often phrases begin at some pairs and their places."""
    times: dict[str, int] = {}
    for pair, place in found:
        for phrase in beginnings[pair]:
            if text.startswith(phrase, place):
                times[phrase] = times.get(phrase, 0) + 1
    return times
