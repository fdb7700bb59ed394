from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.phrases import beginnings_of, phrase_places

TEXTS = st.lists(st.text(st.sampled_from("村务公开，"), max_size=12), max_size=4)
PHRASES = st.sets(st.text(st.sampled_from("村务公开"), min_size=3, max_size=4), max_size=6)


@given(TEXTS, PHRASES)
def test_every_place_of_every_phrase_is_found(texts: list[str], phrases: set[str]) -> None:
    text = "\n".join(texts)
    expected = {
        phrase: [place for place in range(len(text)) if text.startswith(phrase, place)]
        for phrase in phrases
        if phrase in text
    }

    assert phrase_places(texts, beginnings_of(sorted(phrases))) == expected
