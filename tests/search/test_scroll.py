from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.scroll import unroll

TEXTS = st.lists(st.text(st.sampled_from("村务公开，1a\n\U00020000"), max_size=12), max_size=5)


@given(TEXTS)
def test_a_place_tells_its_document_and_the_place_there(texts: list[str]) -> None:
    scroll = unroll(enumerate(texts, 7))

    found = [
        (number, scroll.starts[number] + place, sign)
        for number, text in enumerate(texts, 7)
        for place, sign in enumerate(text)
    ]

    assert [(scroll.numbers[at], at, scroll.text[at]) for _, at, _ in found] == found
    assert all(at in scroll.signs[sign] for _, at, sign in found)


@given(TEXTS)
def test_characters_stand_where_they_are_said_to(texts: list[str]) -> None:
    scroll = unroll(enumerate(texts))

    for sign, places in scroll.signs.items():
        assert [at for at, other in enumerate(scroll.text) if other == sign] == list(places)
    assert scroll.following == scroll.text[1:]


@given(TEXTS)
def test_there_is_a_break_before_and_behind_every_text(texts: list[str]) -> None:
    scroll = unroll(enumerate(texts))

    assert scroll.text[0] == "\n"
    for number, text in enumerate(texts):
        assert scroll.text[scroll.starts[number] - 1] == "\n"
        assert scroll.text[scroll.starts[number] + len(text)] == "\n"
