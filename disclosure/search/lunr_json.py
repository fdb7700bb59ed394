"""A whole index as lunr serialises it: the reference that an index cut into files is held to.

Byte for byte what lunr.py 0.8 writes with empty pipelines, b = 0 and titles boosted, where it is
given our tokens; the one difference is the order of terms, which is that of UTF-16 units: lunr.js
refuses what is sorted by characters.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from disclosure.search.document import Document
from disclosure.search.tokens import cut, normal
from disclosure.search.units import units_of

VERSION = "2.3.9"  # of lunr.js, whose form it is
TITLE, BODY = "title", "body"
BOOSTS = {TITLE: 4, BODY: 1}
K1 = 1.2
DECIMALS = 3


class Inverted:
    """The documents of each term by field, the terms numbered as they come."""

    def __init__(self) -> None:
        self.numbers: dict[str, int] = {}
        self.fields: dict[str, dict[str, list[str]]] = {}

    def add(self, field: str, document: str, terms: Iterable[str]) -> None:
        """Note the different terms of a document's field."""
        for term in terms:
            if term not in self.numbers:
                self.numbers[term] = len(self.numbers)
                self.fields[term] = {name: [] for name in BOOSTS}
            self.fields[term][field].append(document)

    def rarity(self, term: str, count: int) -> float:
        """Return the weight of a term; a document counts once for each field that has the term."""
        having = sum(map(len, self.fields[term].values()))
        return math.log(1 + abs((count - having + 0.5) / (having + 0.5)))

    def entry(self, term: str) -> dict[str, object]:
        """Return what lunr holds of a term."""
        found: dict[str, object] = {"_index": self.numbers[term]}
        return {
            field: {one: {} for one in ones} for field, ones in self.fields[term].items()
        } | found


def write_lunr(documents: Iterable[tuple[int, Document]], lexicon: Sequence[str]) -> str:
    """Return the index of numbered documents, none of them withdrawn; `lexicon` are its phrases."""
    inverted = Inverted()
    times: dict[tuple[str, str], Counter[str]] = {}
    count = 0
    for number, document in documents:
        count += 1
        for field in BOOSTS:
            times[field, str(number)] = Counter(terms_of(document, field, lexicon))
            inverted.add(field, str(number), times[field, str(number)])
    rarity = {term: inverted.rarity(term, count) for term in inverted.numbers}
    vectors = [
        [f"{field}/{number}", vector_of(found, BOOSTS[field], rarity, inverted.numbers)]
        for (field, number), found in times.items()
    ]
    terms = sorted(inverted.numbers, key=units_of)
    whole = {
        "version": VERSION,
        "fields": list(BOOSTS),
        "fieldVectors": vectors,
        "invertedIndex": [[term, inverted.entry(term)] for term in terms],
        "pipeline": [],
    }
    return json.dumps(whole)


def vector_of(
    times: Counter[str], boost: int, rarity: dict[str, float], numbers: dict[str, int]
) -> list[float]:
    """Return the numbers of a field's terms, ascending, each with its weight in the document."""
    found = {
        numbers[term]: round(rarity[term] * ((K1 + 1) * often) / (K1 + often) * boost, DECIMALS)
        for term, often in times.items()
    }
    return [part for number in sorted(found) for part in (number, found[number])]


def terms_of(document: Document, field: str, lexicon: Sequence[str]) -> Iterator[str]:
    """Yield the tokens of a field as they stand, and each phrase as often as it is there."""
    text = normal(document.title if field == TITLE else document.body)
    for token, _ in cut(text, singles=field == TITLE):
        yield token
    for phrase in lexicon:
        place = text.find(phrase)
        while place >= 0:
            yield phrase
            place = text.find(phrase, place + 1)
