"""The engine of search asked in Node, and what its answers are held to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct

from disclosure.search.document import Document
from disclosure.search.index import write_index
from disclosure.search.lunr_json import write_lunr
from disclosure.search.scope import Scope
from disclosure.search.state import State
from tests.node import run_node
from tests.search.documents import put_texts
from tests.search.opened import read_lexicon
from tests.search.truth import find_true

NEAR = 1e-9
MANY = 5000  # results
AS_OF = date(2026, 10, 24)  # a Saturday
COUNTY = "990101"
WORDS = ("危房改造", "村务公开", "集体资产", "财务收支")
Answer = Any  # JSON
Sites = Mapping[str, Sequence[Document]]


class Place(Struct, frozen=True):
    """What is searched: a folder of files below `root`, and the documents that stand in it."""

    root: Path
    opened: dict[str, str]
    sites: Sites

    @property
    def live(self) -> dict[str, Document]:
        """The documents that can be found, by division and address."""
        return {
            f"{code}/{one.address}": one
            for code, documents in self.sites.items()
            for one in documents
            if not one.withdrawn
        }

    def find(self, query: str) -> set[str]:
        """Return what ought to be found."""
        return find_true(self.live, query)


def put_site(root: Path, code: str, documents: Sequence[Document]) -> Place:
    put_texts(root, code, documents)
    return Place(root, {"folder": f"{code}/search/", "site": code}, {code: documents})


def put_county(root: Path, sites: Sites) -> Place:
    """Write the texts of sites and the index of the county they lie in."""
    for code, documents in sites.items():
        put_texts(root, code, documents)
    scope = Scope(COUNTY, "锦城区", tuple((code, f"{code}村") for code in sites))
    folder = f"{COUNTY}/search/index/"
    write_index(scope, root, root / folder, State(root / "state"), AS_OF, WORDS)
    return Place(root, {"folder": folder, "scope": COUNTY}, sites)


def ask_all(place: Place, requests: Iterable[Mapping[str, object]], whole: str = "") -> Any:
    """Return what opening a place and all its answers came to; on one page, where none is named."""
    asked = [one if "page" in one else {**one, "size": MANY} for one in requests]
    given = {"root": str(place.root), "place": place.opened, "requests": asked, "whole": whole}
    return run_node("engine.js", given)


def write_whole(place: Place) -> str:
    """Return one index of all documents, numbered in their order, as lunr serialises it."""
    phrases: list[str] = []
    if "scope" in place.opened:
        phrases = read_lexicon(place.root / place.opened["folder"])
    return write_lunr(enumerate(place.live.values()), phrases)


def ask(place: Place, *queries: str, **fields: object) -> list[Answer]:
    """Return the answers to some queries."""
    return list(ask_all(place, ({"q": query, **fields} for query in queries))["answers"])


def names(answer: Answer) -> list[str]:
    """Return the documents of an answer, in its order, by division and address."""
    return [f"{one['division']}/{one['address']}" for one in answer["results"]]


def check_exact(place: Place, queries: Sequence[str]) -> int:
    """Hold answers to the truth, and to one whole index; return how many found several."""
    answers = ask_all(place, ({"q": query} for query in queries), write_whole(place))["answers"]
    live = place.live
    order = list(live)
    several = 0
    for query, answer in zip(queries, answers, strict=True):
        true = place.find(query)
        assert (answer["mode"] == "and") == bool(true), query
        if not true:
            continue
        found = names(answer)
        assert set(found) == true, query
        assert answer["total"] == len(found) == len(true), query
        whole = {order[ref]: score for ref, score in answer["whole"] if order[ref] in true}
        scores = [one["score"] for one in answer["results"]]
        assert dict(zip(found, scores, strict=True)) == pytest.approx(whole, abs=NEAR), query
        newest = sorted(sorted(true), key=lambda name: live[name].date, reverse=True)
        assert found == sorted(newest, key=lambda name: -round(whole[name], 8)), query
        several += len(found) > 1
    return several
