from __future__ import annotations

from pathlib import Path

import pytest

from disclosure.search import source
from disclosure.search.pieces import read_pieces
from disclosure.search.scope import Scope
from disclosure.search.source import Source
from disclosure.search.state import State
from tests.search.corpus import make_documents
from tests.search.trees import COUNTY, NAMES, TODAY, Tree

CODES = (COUNTY, "990101100201")


@pytest.fixture
def tree(tmp_path: Path) -> Tree:
    return Tree(tmp_path, {code: make_documents(5, number) for number, code in enumerate(CODES)})


def texts_of(tree: Tree, site: str) -> Source:
    return Source(tree.folder / COUNTY / "search", COUNTY, site)


def test_texts_are_as_they_were_while_nobody_touches_them(tree: Tree) -> None:
    look = texts_of(tree, "").look()
    assert texts_of(tree, "").is_as(look)

    tree.put(COUNTY, make_documents(6, 0))

    assert not texts_of(tree, "").is_as(look)


def test_a_site_that_stands_as_it_was_vouches_for_its_texts(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    look = texts_of(tree, "the first").look()
    assert texts_of(tree, "another").is_as(look)  # for its texts look the same

    monkeypatch.setattr(source, "said_of_all", None)  # to ask about them would fail

    assert texts_of(tree, "the first").is_as(look)


def test_another_site_and_one_of_which_nothing_is_known_vouch_for_nothing(tree: Tree) -> None:
    look, unknown = texts_of(tree, "the first").look(), texts_of(tree, "").look()
    tree.put(COUNTY, make_documents(6, 0))

    assert not texts_of(tree, "another").is_as(look)
    assert not texts_of(tree, "").is_as(look)
    assert not texts_of(tree, "").is_as(unknown)


def test_once_all_sites_are_known_to_stand_no_text_is_asked_about(
    tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    scope = Scope(COUNTY, NAMES[COUNTY], tuple((code, NAMES[code]) for code in CODES))
    state = State(tree.folder / "state")
    monkeypatch.setattr("disclosure.search.pieces.FEW", 0)
    sites = dict.fromkeys(CODES, "stands")
    read_pieces(COUNTY, scope.sources(tree.folder, {}), TODAY, state)
    first = read_pieces(COUNTY, scope.sources(tree.folder, sites), TODAY, state)

    monkeypatch.setattr(source, "said_of_all", None)
    again = read_pieces(COUNTY, scope.sources(tree.folder, sites), TODAY, state)

    assert [piece.revision for piece in again] == [piece.revision for piece in first]
