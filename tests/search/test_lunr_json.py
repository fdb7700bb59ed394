from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest

from disclosure.search.document import Document
from disclosure.search.lunr_json import terms_of, write_lunr
from tests.search.documents import numbered
from tests.search.opened import OpenedIndex, read_lexicon
from tests.search.trees import COUNTY, OTHER, TODAY, VILLAGE, Tree

LEXICON = ["村务公开", "公开监督"]
DOCUMENTS = [
    Document(
        "articles/a", "村务公开", "2026-01-01", body="村务公开监督委员会2024年第3组\n12345678"
    ),
    Document("articles/b", "财务收支 abc123", "2026-01-02", body="村务公开村务公开，村。A4纸"),
    Document("articles/c", "哈", "2026-01-03", body=""),
    *numbered(40),
]


def lunr_py(documents: list[tuple[int, Document]], lexicon: list[str]) -> str:
    """Return the index as lunr.py itself builds it of our tokens."""
    builder = pytest.importorskip("lunr.builder").Builder()
    builder.b(0)
    builder.ref("id")
    builder.field("title", boost=4)
    builder.field("body")
    for number, document in documents:
        fields = {field: list(terms_of(document, field, lexicon)) for field in ("title", "body")}
        builder.add({"id": number, **fields})
    return json.dumps(builder.build().serialize())


def test_it_is_what_lunr_py_writes_byte_for_byte() -> None:
    documents = list(enumerate(DOCUMENTS, 10))

    assert write_lunr(documents, LEXICON) == lunr_py(documents, LEXICON)


def test_terms_are_sorted_as_a_browser_sorts_them() -> None:
    odd = [(0, Document("a/b", "\ue000\U00020000村", "2026-01-01"))]

    terms = [term for term, _ in json.loads(write_lunr(odd, []))["invertedIndex"]]

    assert terms == sorted(terms, key=lambda term: term.encode("utf-16-be"))
    assert terms.index("\U00020000") < terms.index("\ue000")


def components(whole: dict[str, Any]) -> dict[tuple[str, str, str], float]:
    """Return the weight of each term in each field of each document of a lunr index."""
    terms = {entry["_index"]: term for term, entry in whole["invertedIndex"]}
    return {
        (name.split("/")[0], terms[number], name.split("/")[1]): weight
        for name, vector in whole["fieldVectors"]
        for number, weight in zip(vector[::2], vector[1::2], strict=True)
    }


def test_every_component_of_an_index_cut_into_files_is_that_of_the_whole(tmp_path: Path) -> None:
    sites = {COUNTY: DOCUMENTS[:3], VILLAGE: numbered(55), OTHER: numbered(12)}
    Tree(tmp_path, sites).index(TODAY.replace(day=28))
    opened = OpenedIndex(tmp_path / "index")
    lexicon = read_lexicon(tmp_path / "index")
    keys = [(code, one.address) for code, site in sorted(sites.items()) for one in site]
    numbered_documents = list(enumerate(one for _, site in sorted(sites.items()) for one in site))

    whole = components(json.loads(write_lunr(numbered_documents, lexicon)))

    postings, count = opened.postings(), opened.manifest["documents"]
    number = {key: str(place) for place, key in enumerate(keys)}
    assert {
        (field, term, number[key]): weight(
            count, sum(len(postings[each].get(term, ())) for each in postings), len(places), field
        )
        for field, terms in postings.items()
        for term, found in terms.items()
        for key, places in found.items()
    } == whole


def weight(count: int, having: int, times: int, field: str) -> float:
    """Return a component as the browser works it out."""
    rarity = math.log(1 + abs((count - having + 0.5) / (having + 0.5)))
    return round(rarity * (2.2 * times) / (1.2 + times) * {"title": 4, "body": 1}[field], 3)
