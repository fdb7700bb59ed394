"""What bench/bench_search.py measures on: the texts of every site, queries and answers, pages."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from bench.corpus import PHRASES, Corpus
from bench.peer_search import write_pages
from bench.places import Place
from bench.queries import Query, look_in, make_queries
from bench.timing import AS_OF
from disclosure.catalogue import PRODUCT, Catalogue, load_catalogue
from disclosure.division import load_register
from disclosure.search.document import Document, Subjects
from disclosure.search.texts import write_texts
from disclosure.sites.indexes import words_of

FOLDER = "search"  # of a site


class Tree(Struct, frozen=True):
    """The folders of a corpus: texts of sites, an index and its state, pages for the peer."""

    corpus: Corpus
    work: Path
    queries: tuple[Query, ...]

    @property
    def output(self) -> Path:
        return self.work / "output"

    @property
    def state(self) -> Path:
        return self.work / "state"

    @property
    def pages(self) -> Path:
        return self.work / "pages"

    @property
    def index(self) -> Path:
        return self.output / self.city / FOLDER / "index"

    @property
    def scope(self) -> Path:
        """A file that says what the index covers."""
        return self.work / "scope.json"

    @property
    def city(self) -> str:
        return self.corpus.places[0].code

    @property
    def village(self) -> Place:
        """The last village: the one a document is added to."""
        return self.corpus.places[-1]


def make_corpus(documents: int, seed: int, phrases: int = len(PHRASES)) -> Corpus:
    """Return a corpus about the categories of the catalogue."""
    return Corpus(documents, tuple(standard().categories.values()), seed, phrases)


def standard() -> Catalogue:
    """Return the catalogue of the product."""
    return load_catalogue(PRODUCT, load_register(PRODUCT))


def plant(work: Path, corpus: Corpus, *, with_pages: bool) -> Tree:
    """Write the texts of every site (and the pages), and note the true answers of all queries."""
    tree = Tree(corpus, work, make_queries(corpus))
    work.mkdir(parents=True, exist_ok=True)
    tree.scope.write_text(json.dumps(scope_of(corpus)), "utf-8")
    for place in corpus.places:
        documents = corpus.documents(place)
        look_in(tree.queries, place, documents)
        write_site(tree.output, place, documents, corpus.subjects)
        if with_pages:
            write_pages(tree.pages, place, documents)
    return tree


def scope_of(corpus: Corpus) -> dict[str, object]:
    """Return what the index of the whole corpus covers, and the words of the catalogue."""
    divisions = [[place.code, place.name] for place in corpus.places]
    return {"code": divisions[0][0], "divisions": divisions, "words": words_of(standard())}


def write_site(
    output: Path, place: Place, documents: Sequence[Document], subjects: Subjects
) -> None:
    """Write the texts of one site."""
    folder = output / place.code / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in write_texts(place.code, documents, subjects):
        (folder / name).write_text(text, "utf-8")


def add_document(tree: Tree) -> None:
    """Publish one more document in the last village, on the day the index is for."""
    place = tree.village
    written = tree.corpus.write(place, tree.corpus.counts[place.code])
    added = replace(written.document, date=AS_OF.isoformat(), withdrawn=False)
    documents = [*tree.corpus.documents(place), added]
    write_site(tree.output, place, documents, tree.corpus.subjects)


def digests(folder: Path) -> dict[str, tuple[str, int]]:
    """Return a digest and the bytes of every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): (
            hashlib.blake2b(data := path.read_bytes()).hexdigest(),
            len(data),
        )
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def changed(
    before: Mapping[str, tuple[str, int]], after: Mapping[str, tuple[str, int]]
) -> dict[str, int]:
    """Return the files that are new, other or gone, with the bytes written."""
    names = sorted({name for name, _ in before.items() ^ after.items()})
    return {name: after[name][1] if name in after else 0 for name in names}
