from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from disclosure.search.document import Document, Table
from tests.node import run_node
from tests.search.corpus import make_documents, make_queries
from tests.search.documents import VILLAGE, put_texts
from tests.search.truth import find_true

pytestmark = pytest.mark.node

PLACE = {"folder": f"{VILLAGE}/search/", "site": VILLAGE}
NEAR = 1e-9


def ask(root: Path, *requests: dict[str, object], place: object = PLACE) -> list[Any]:
    """Return the answers of the engine to some requests."""
    given = {"root": str(root), "place": place, "requests": requests}
    return list(run_node("engine.js", given)["answers"])


def ask_about(root: Path, documents: list[Document], *queries: str) -> list[Any]:
    put_texts(root, VILLAGE, documents)
    return ask(root, *({"q": query} for query in queries))


def titles(answer: Any) -> list[str]:
    return [one["title"] for one in answer["results"]]


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    return make_documents(160, 1)


def test_finds_what_has_the_text_scored_as_in_one_whole_index(
    tmp_path: Path, documents: list[Document]
) -> None:
    put_texts(tmp_path, VILLAGE, documents)
    queries = make_queries(documents, 400, 2)
    live = [one for one in documents if not one.withdrawn]
    whole = [{"id": one.address, "title": one.title, "body": one.body} for one in live]

    given = {"root": str(tmp_path), "place": PLACE, "whole": whole}
    answers = run_node("engine.js", {**given, "requests": [{"q": query} for query in queries]})

    day = {one.address: one.date for one in live}
    some = 0
    for query, answer in zip(queries, answers["answers"], strict=True):
        true = find_true(live, query)
        assert answer["mode"] == "and" if true else answer["mode"] != "and", query
        if not true:
            continue
        found = [(one["address"], one["score"]) for one in answer["results"]]
        assert {address for address, _ in found} == true, query
        assert len(found) == answer["total"] == len(true)
        score = {address: score for address, score in answer["whole"] if address in true}
        assert dict(found) == pytest.approx(score, abs=NEAR), query
        order = sorted(sorted(true), key=lambda one: (-round(score[one], 8), minus(day[one]), one))
        assert [address for address, _ in found] == order, query
        some += len(found) > 1
    assert some > len(queries) / 4


def minus(day: str) -> int:
    return -int(day.replace("-", ""))
