"""Documents to search in: for every division of a register, and by one seed always the same.

A text of about 600 characters is by 45 % form sentences with names, amounts and telephones, by 30 %
phrases about the categories of the catalogue, by 25 % made words: more different pairs than real
texts have, so that sizes lean high.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta
from pathlib import Path
from random import Random
from string import ascii_uppercase

from msgspec import Struct

from bench.dictionary import Dictionary
from bench.generate import SHAPE_2012
from bench.places import Place, make_places
from bench.timing import AS_OF
from bench.wording import ROADS, THINGS, words
from disclosure.catalogue import Category
from disclosure.division import Level
from disclosure.marked import load_marked
from disclosure.search.document import Document, Subject, Subjects, Table, in_order

NAME = "search_wording.yml"
GIVEN = load_marked(Path(__file__).with_name(NAME), f"bench/{NAME}")
TITLES, SENTENCES, PHRASES = (words(GIVEN, name) for name in ("titles", "sentences", "phrases"))
SURNAMES, GIVEN_NAMES = words(GIVEN, "surnames"), words(GIVEN, "given")
DOMAIN = words(GIVEN, "domain")

SHARES = {Level.CITY: 600, Level.COUNTY: 300, Level.TOWNSHIP: 80, Level.VILLAGE: 50}
FORM, ABOUT, MADE = 270, 180, 150  # characters of each kind of text
LARGE_CITY = 200_000  # documents
DAYS = 3 * 365
KINDS = ("article", "article", "article", "notice", "notice", "letter", "vote", "table")
ROWS = 12  # of a table
WITHDRAWN = 0.005
Words = list[str]


class Written(Struct, frozen=True):
    """The words of a document, and the document they make."""

    title: Words
    body: Words
    document: Document


def shape_for(documents: int) -> tuple[int, ...]:
    """Return how many places there are: for 200,000 documents those of a large city in 2012."""
    return tuple(max(1, part * documents // LARGE_CITY) for part in SHAPE_2012)


class Corpus:
    """Documents by place; those of a place do not depend on its neighbours.

    `phrases` is how many forms of phrases there are: the fewer, the more often each of them repeats
    and the longer the postings of its pairs are.
    """

    def __init__(
        self,
        documents: int,
        categories: Sequence[Category],
        seed: int = 1,
        phrases: int = len(PHRASES),
    ) -> None:
        self.seed = seed
        self.phrases = PHRASES[:phrases]
        self.places = make_places(shape_for(documents))
        self.counts = share_out(documents, self.places)
        self.dictionary = Dictionary()
        self.by_level = {
            level: [one for one in categories if level in one.levels and not one.view_of]
            for level in Level
        }
        self.subjects: Subjects = {
            one.code: Subject(one.code, one.name, one.group, one.group_name) for one in categories
        }

    def written(self, place: Place) -> Iterator[Written]:
        """Yield what a place has published, in no order."""
        for number in range(self.counts[place.code]):
            yield self.write(place, number)

    def documents(self, place: Place) -> list[Document]:
        """Return the documents of a place, oldest first."""
        return in_order(one.document for one in self.written(place))

    def write(self, place: Place, number: int) -> Written:
        """Return one document of a place."""
        rng = Random(f"{self.seed} {place.code} {number}")
        kind = rng.choice(KINDS)
        category = rng.choice(self.by_level[place.level])
        day = AS_OF - timedelta(days=int(rng.random() * DAYS))
        source = Source(place, self.dictionary, self.by_level[place.level], self.phrases, rng)
        title = source.fill(rng.choice(TITLES))
        tables = (Table("rows", 0, ROWS),) if kind == "table" else ()
        body = source.rows() if tables else source.sentences()
        body += source.phrases() + source.made_words()
        withdrawn = rng.random() < WITHDRAWN
        document = Document(
            address=f"{kind}s/{day:%Y-%m}-{number:04}",
            title="" if withdrawn else "".join(title),
            date=day.isoformat(),
            category="" if withdrawn else category.code,
            kind=kind,
            body="" if withdrawn else "".join(body),
            tables=() if withdrawn else tables,
            withdrawn=withdrawn,
        )
        return Written(title, body, document)


class Source(Struct, frozen=True):
    """Where the words of one document come from."""

    place: Place
    dictionary: Dictionary
    categories: Sequence[Category]
    forms: Sequence[str]
    rng: Random

    def sentences(self) -> Words:
        """Return form sentences."""
        return gather(FORM, lambda: [*self.fill(self.rng.choice(SENTENCES)), self.end()])

    def phrases(self) -> Words:
        """Return phrases about categories."""
        return gather(ABOUT, lambda: [*self.fill(self.rng.choice(self.forms)), self.stop()])

    def made_words(self) -> Words:
        """Return words that mean nothing."""
        count = self.rng.randrange
        return gather(MADE, lambda: [*self.dictionary.draw(self.rng, count(4, 9)), self.stop()])

    def rows(self) -> Words:
        """Return the rows of a table, each a line of its cells."""
        return [word for _ in range(ROWS) for word in self.row()]

    def end(self) -> str:
        """Return what follows a sentence: sometimes another paragraph."""
        return "\n" if self.rng.random() < 0.2 else ""

    def stop(self) -> str:
        """Return a sign between phrases."""
        return "。" if self.rng.random() < 0.4 else "，"

    def fill(self, template: str) -> Words:
        """Return the words of a template."""
        return [part.format_map(self) if "{" in part else part for part in template.split("/")]

    def __getitem__(self, name: str) -> str:
        """Return a word of a sort, another one each time."""
        rng = self.rng
        if name in RANGES:
            return str(rng.randrange(*RANGES[name]))
        if name == "name":
            given = rng.choices(GIVEN_NAMES, k=rng.choice((1, 2, 2)))
            return rng.choice(SURNAMES) + "".join(given)
        if name == "amount":
            return f"{rng.randrange(50, 300_000) / 100:.2f}"
        if name == "phone":  # of no real area
            return f"0904-{rng.randrange(10**7):07}"
        if name == "serial":
            letters = "".join(rng.choices(ascii_uppercase, k=2))
            return f"{letters}{rng.randrange(*YEARS)}-{rng.randrange(10**5):05}"
        if name == "subject":
            return rng.choice(self.categories).name
        if name == "word":
            return self.dictionary.draw(rng, 1)[0]
        if name == "group":
            return f"第{rng.randrange(1, 13)}组"
        if name == "road":
            return rng.choice(ROADS)
        return rng.choice(THINGS) if name == "thing" else self.place.name

    def row(self) -> Words:
        """Return a row of a table: day, name, purpose, amount."""
        year, month, day = (int(self[name]) for name in "ymd")
        road, thing = self["road"], self["thing"]
        return [
            f"{year}-{month:02}-{day:02}",
            " ",
            self["name"],
            " ",
            road,
            thing,
            " ",
            self["amount"],
            "\n",
        ]


YEARS, MONTHS, MONTH_DAYS = (2023, 2027), (1, 13), (1, 29)
RANGES = {
    "a": (2, 10), "b": (11, 99), "c": (103, 990), "q": (1, 5),
    "y": YEARS, "m": MONTHS, "d": MONTH_DAYS,
}  # fmt: skip


def gather(size: int, more: Callable[[], Words]) -> Words:
    """Return words until there are so many characters."""
    found: Words = []
    while size > 0:
        some = more()
        size -= sum(map(len, some))
        found += some
    return found


def share_out(documents: int, places: Sequence[Place]) -> dict[str, int]:
    """Return how many documents each place has: about its share, and all together exactly so."""
    weights = [SHARES[place.level] for place in places]
    whole = sum(weights)
    reached = given = 0
    counts = {}
    for place, weight in zip(places, weights, strict=True):
        reached += weight
        total = documents * reached // whole
        counts[place.code] = total - given
        given = total
    return counts
