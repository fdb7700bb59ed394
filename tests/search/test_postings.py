from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.places import places_of, words_of
from disclosure.search.postings import Run, write_places
from disclosure.search.scroll import unroll
from disclosure.search.tokens import cut
from disclosure.search.vlq import decode_all

TEXTS = st.lists(st.text(st.sampled_from("村务公开，1a"), max_size=12), max_size=5)
Documents = list[tuple[int, list[int]]]


def read(run: Run) -> Documents:
    """Return the documents of a term with the places in each."""
    numbers, slot = [0, *decode_all(run.text)], run.first
    documents: Documents = []
    while numbers:
        gap, times, *numbers = numbers
        slot += gap
        gaps, numbers = numbers[:times], numbers[times:]
        documents.append((slot, [sum(gaps[: place + 1]) for place in range(times)]))
    assert documents[-1][0] == run.last
    return documents


@given(TEXTS)
def test_postings_tell_who_has_a_term_and_where(texts: list[str]) -> None:
    expected: dict[str, Documents] = {}
    for number, text in enumerate(texts, 7):
        places: dict[str, list[int]] = {}
        for token, place in cut(text):
            places.setdefault(token, []).append(place)
        for token, where in places.items():
            expected.setdefault(token, []).append((number, where))

    scroll = unroll(enumerate(texts, 7))
    words = words_of(scroll)
    found = {
        token: read(write_places(scroll, where))
        for sign in scroll.signs
        for token, where in {**places_of(scroll, sign), **words.get(sign, {})}.items()
    }

    assert found == expected


def test_places_in_a_very_long_text_are_told_as_others_are() -> None:
    scroll = unroll([(7, "村" + "务" * 20_000 + "村"), (8, "村")])

    assert read(write_places(scroll, scroll.signs["村"])) == [(7, [0, 20_001]), (8, [0])]
