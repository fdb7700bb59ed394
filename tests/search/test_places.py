from __future__ import annotations

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.places import Places, places_of, words_of
from disclosure.search.scroll import unroll
from disclosure.search.tokens import cut, normal

SIGNS = st.sampled_from("村务公开，。\n 0123a9bαΣ\U00020000\ue000")
TEXTS = st.lists(st.text(st.one_of(SIGNS, SIGNS, st.characters()), max_size=40).map(normal))


def cut_one_by_one(texts: list[str], *, singles: bool) -> Places:
    """Return the places as `cut` tells them, counted through all texts."""
    found: dict[str, list[int]] = defaultdict(list)
    start = 1
    for text in texts:
        for token, place in cut(text, singles=singles):
            found[token].append(start + place)
        start += len(text) + 1
    return found


def cut_at_once(texts: list[str], *, singles: bool) -> Places:
    """Return the places of all tokens of some texts laid end to end."""
    scroll = unroll(enumerate(texts))
    words = words_of(scroll)
    found: dict[str, list[int]] = {}
    for sign in scroll.signs:
        tokens = {**places_of(scroll, sign, singles=singles), **words.get(sign, {})}
        assert all(token.startswith(sign) for token in tokens)
        found.update(tokens)
    return found


@given(TEXTS)
def test_bodies_are_cut_as_token_by_token(texts: list[str]) -> None:
    assert cut_at_once(texts, singles=False) == cut_one_by_one(texts, singles=False)


@given(TEXTS)
def test_titles_are_cut_as_token_by_token(texts: list[str]) -> None:
    assert cut_at_once(texts, singles=True) == cut_one_by_one(texts, singles=True)


@given(TEXTS)
def test_places_ascend(texts: list[str]) -> None:
    found = cut_at_once(texts, singles=True)

    assert all(places == sorted(set(places)) for places in found.values())


def test_a_character_that_is_nowhere_begins_nothing() -> None:
    assert places_of(unroll([(0, "村务")]), "公") == {}
