"""What is looked for in the generated documents, and which of them hold it: the truth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from random import Random

from msgspec import Struct, field

from bench.corpus import DOMAIN, Corpus, Written
from bench.places import Place
from disclosure.search.document import Document
from disclosure.search.tokens import normal

# How many of each sort: words of the field, words that stand together in titles and bodies, parts
# of bodies cut anywhere, digits inside longer numbers, two words of one body.
SORTS = {"domain": 20, "title": 60, "body": 60, "unaligned": 30, "digits": 10, "two words": 20}
SHORTEST, LONGEST = 2, 8  # characters
FEWEST_DIGITS = 3
# Letters of other scripts are found as whole words only; so are one or two digits at an end.
ASKED = re.compile(r"(?:[一-鿿]|\d{3,})(?:(?:[一-鿿]|\d)*(?:[一-鿿]|\d{3,}))?")
NUMBER = re.compile(r"\d{5,}")


class Query(Struct, frozen=True):
    """A text to look for; its words must all be found. `true` are the documents that hold it."""

    sort: str
    text: str
    words: tuple[str, ...]
    true: set[str] = field(default_factory=set)

    def look(self, name: str, title: str, body: str) -> None:
        """Note a document, given by its normal texts, if it holds every word."""
        if all(word in title or word in body for word in self.words):
            self.true.add(name)


def name_of(place: Place, document: Document) -> str:
    """Return what a document is called in results: the site and its address."""
    return f"{place.code}/{document.address}"


def look_in(queries: Iterable[Query], place: Place, documents: Iterable[Document]) -> None:
    """Note which documents of a place are true answers."""
    for document in documents:
        if not document.withdrawn:
            name, title, body = name_of(place, document), document.title, document.body
            title, body = normal(title), normal(body)
            for query in queries:
                query.look(name, title, body)


def make_queries(corpus: Corpus, seed: int = 1) -> tuple[Query, ...]:
    """Return the same queries for the same corpus, most with something to find."""
    rng = Random(f"queries {seed}")
    found: dict[str, Query] = {}
    for sort, count in SORTS.items():
        texts = iter(DOMAIN) if sort == "domain" else draw(sort, corpus, rng)
        while sum(query.sort == sort for query in found.values()) < count:
            text = next(texts)
            found.setdefault(text, Query(sort, text, tuple(map(normal, text.split()))))
    return tuple(found.values())


def draw(sort: str, corpus: Corpus, rng: Random) -> Iterator[str]:
    """Yield texts of a sort without end, from documents all over the corpus."""
    weights = [corpus.counts[place.code] for place in corpus.places]
    while True:
        (place,) = rng.choices(corpus.places, weights=weights)
        written = corpus.write(place, rng.randrange(corpus.counts[place.code]))
        if not written.document.withdrawn:
            yield from draw_from(sort, written, rng)


def draw_from(sort: str, written: Written, rng: Random) -> Iterator[str]:
    """Yield at most one text of a sort from a document."""
    body = "".join(written.body)
    if sort == "digits":
        numbers = NUMBER.findall(body)
        if numbers:
            number = rng.choice(numbers)
            length = rng.randrange(FEWEST_DIGITS, len(number))
            start = rng.randrange(len(number) - length + 1)
            yield number[start : start + length]
    elif sort == "unaligned":
        start = rng.randrange(len(body))
        text = body[start : start + rng.randrange(SHORTEST, LONGEST + 1)]
        if is_asked(text):
            yield text
    elif sort == "two words":
        one, other = (in_a_row(written.body, rng, LONGEST // 2) for _ in range(2))
        if one and other and one not in other and other not in one:
            yield f"{one} {other}"
    else:
        text = in_a_row(written.title if sort == "title" else written.body, rng, LONGEST)
        if text:
            yield text


def in_a_row(words: list[str], rng: Random, longest: int) -> str:
    """Return one to four words that stand together; "" where they make no query."""
    start = rng.randrange(len(words))
    text = "".join(words[start : start + rng.randrange(1, 5)])
    return text if len(text) <= longest and is_asked(text) else ""


def is_asked(text: str) -> bool:
    """Tell whether a text is of the kind that is found exactly."""
    return len(text) >= SHORTEST and ASKED.fullmatch(text) is not None and not text.isdigit()
