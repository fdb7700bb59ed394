from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.places import Places, places_of
from disclosure.search.tokens import cut, normal

SIGNS = st.sampled_from("村务公开，。\n 0123a9bαΣ\U00020000\ue000")
TEXTS = st.text(st.one_of(SIGNS, SIGNS, st.characters()), max_size=60).map(normal)


def cut_one_by_one(text: str, *, singles: bool) -> Places:
    """Return the places as `cut` tells them."""
    found: dict[str, list[int]] = defaultdict(list)
    for token, place in cut(text, singles=singles):
        found[token].append(place)
    more = {token: places for token, places in found.items() if len(places) > 1}
    return Places({token: places[0] for token, places in found.items()}, more)


@given(TEXTS)
def test_a_body_is_cut_as_token_by_token(text: str) -> None:
    assert places_of(text) == cut_one_by_one(text, singles=False)


@given(TEXTS)
def test_a_title_is_cut_as_token_by_token(text: str) -> None:
    assert places_of(text, singles=True) == cut_one_by_one(text, singles=True)


@given(TEXTS)
def test_places_ascend(text: str) -> None:
    found = places_of(text, singles=True)

    assert all(places == sorted(set(places)) for places in found.more.values())
