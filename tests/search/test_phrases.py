from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.phrases import beginnings_of, times_at, times_in
from disclosure.search.places import places_of

TEXTS = st.text(st.sampled_from("村务公开，2"), max_size=20)
PHRASES = st.sets(st.text(st.sampled_from("村务公开"), min_size=3, max_size=4), max_size=6)


@given(TEXTS, PHRASES)
def test_a_phrase_is_counted_wherever_it_begins(text: str, phrases: set[str]) -> None:
    beginnings = beginnings_of(sorted(phrases))
    times = {
        phrase: sum(text.startswith(phrase, place) for place in range(len(text)))
        for phrase in phrases
        if phrase in text
    }

    assert times_in(text, beginnings) == times
    assert times_at(text, places_of(text), beginnings) == times
