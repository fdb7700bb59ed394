from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.places import Places, body_places, title_places
from disclosure.search.tokens import cut, normal

SIGNS = st.sampled_from("村务公开，。\n 0123a9bαΣ\U00020000\ue000")
TEXTS = st.lists(st.text(st.one_of(SIGNS, SIGNS, st.characters()), max_size=40).map(normal))


def cut_one_by_one(texts: list[str], *, singles: bool) -> Places:
    """Return the places over all texts joined by line breaks, as `cut` tells them."""
    found: dict[str, list[int]] = defaultdict(list)
    start = 0
    for text in texts:
        for token, place in cut(text, singles=singles):
            found[token].append(start + place)
        start += len(text) + 1
    return dict(found)


@given(TEXTS)
def test_bodies_are_cut_as_one_by_one(texts: list[str]) -> None:
    assert body_places(texts) == cut_one_by_one(texts, singles=False)


@given(TEXTS)
def test_titles_are_cut_as_one_by_one(texts: list[str]) -> None:
    assert title_places(texts) == cut_one_by_one(texts, singles=True)


def test_no_pair_reaches_from_one_text_into_the_next() -> None:
    assert body_places(["村", "务"]) == {"村": [0], "务": [2]}
