from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.phrases import beginnings_of, find_phrases
from disclosure.search.scroll import unroll

TEXTS = st.lists(st.text(st.sampled_from("村务公开，2"), max_size=20), max_size=3)
PHRASES = st.sets(st.text(st.sampled_from("村务公开"), min_size=3, max_size=4), max_size=6)


@given(TEXTS, PHRASES)
def test_a_phrase_is_found_wherever_it_begins(texts: list[str], phrases: set[str]) -> None:
    scroll = unroll(enumerate(texts))
    expected = {
        phrase: places
        for phrase in phrases
        if (places := [at for at in range(len(scroll.text)) if scroll.text.startswith(phrase, at)])
    }

    beginnings = beginnings_of(sorted(phrases))
    found = [find_phrases(scroll, sign, beginnings) for sign in beginnings]

    assert {phrase: places for one in found for phrase, places in one.items()} == expected
