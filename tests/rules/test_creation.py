"""A new entry is written where it belongs, and nothing that exists is touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure.catalogue import Kind
from disclosure.problem import DisclosureError
from disclosure.rules.creation import create
from disclosure.rules.facts import Facts
from tests.rules.verbs import VILLAGE, small_facts


@pytest.fixture
def facts(tmp_path: Path) -> Facts:
    return replace(small_facts(), root=tmp_path)


def refused(facts: Facts, kind: Kind, category: str, name: str | None) -> list[str]:
    """Return the codes with which a new entry is refused."""
    village = facts.register.resolve(VILLAGE)
    with pytest.raises(DisclosureError) as caught:
        create(facts, kind, village, category, name)
    return [problem.code for problem in caught.value.problems]


def test_kind_that_does_not_fit_the_category_is_refused(facts: Facts) -> None:
    assert refused(facts, Kind.GUIDES, "S1102", None) == ["new-kind-not-fitting"]
    assert list(facts.root.iterdir()) == []


def test_entry_that_exists_is_left_as_it_is(facts: Facts) -> None:
    village = facts.register.resolve(VILLAGE)
    (file,) = create(facts, Kind.ARTICLES, village, "S1102", "road")
    (facts.root / file).write_text("mine")

    assert refused(facts, Kind.ARTICLES, "S1102", "road") == ["new-already-there"]
    assert (facts.root / file).read_text() == "mine"
