"""The engine asks an index made up in memory, until somebody asks a real one."""

from __future__ import annotations

from typing import Any

import pytest

from tests.node import run_node
from tests.search.asking import COUNTY, Place, ask, put_county
from tests.search.corpus import make_documents

pytestmark = pytest.mark.node

QUERY = "村务公开"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Place:
    return put_county(tmp_path_factory.mktemp("county"), {COUNTY: make_documents(60, 1)})


@pytest.fixture(scope="module")
def rehearsed(county: Place) -> Any:  # JSON
    given = {"root": str(county.root), "place": county.opened, "request": {"q": QUERY}}
    return run_node("rehearsal.js", given)


def test_what_is_made_up_is_found_and_shown_without_any_file(rehearsed: Any) -> None:
    answer = rehearsed["alone"]["answer"]

    assert (answer["total"], answer["mode"], answer["said"]) == (256, "and", [])
    assert [one["marks"]["title"] for one in answer["results"]] == [[[0, 4]]] * 10
    assert rehearsed["alone"]["read"] == []


def test_it_is_asked_so_often_and_never_again(rehearsed: Any) -> None:
    assert rehearsed["alone"]["turns"] == 24
    assert rehearsed["alone"]["again"] is None


def test_it_ends_where_somebody_asks(rehearsed: Any) -> None:
    assert rehearsed["asked"]["turns"] == 1  # the question that was being answered
    assert rehearsed["asked"]["again"] is None


def test_an_engine_that_has_rehearsed_answers_as_any_other(county: Place, rehearsed: Any) -> None:
    (answer,) = ask(county, QUERY, page=1)  # ten results

    assert answer["results"]
    assert rehearsed["found"]["results"] == answer["results"]
