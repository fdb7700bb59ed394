from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.places import body_places
from disclosure.search.postings import Postings, postings_of, read_postings, write_postings
from disclosure.search.tokens import cut
from disclosure.search.vlq import decode_all

TEXTS = st.lists(st.text(st.sampled_from("村务公开，1a"), max_size=12), max_size=5)
Read = dict[str, list[tuple[int, list[int]]]]


def read(postings: Postings) -> Read:
    """Return each term's documents with the places in each."""
    found: Read = {}
    for term, first, last, text in zip(*postings, strict=True):
        numbers, slot, documents = [0, *decode_all(text)], first, []
        while numbers:
            gap, times, *numbers = numbers
            slot += gap
            gaps, numbers = numbers[:times], numbers[times:]
            documents.append((slot, [sum(gaps[: place + 1]) for place in range(times)]))
        assert (documents[0][0], documents[-1][0]) == (first, last)
        found[term] = documents
    return found


@given(TEXTS)
def test_postings_tell_who_has_a_term_and_where(texts: list[str]) -> None:
    expected: Read = {}
    for slot, text in enumerate(texts):
        places: dict[str, list[int]] = {}
        for token, place in cut(text):
            places.setdefault(token, []).append(place)
        for token, where in places.items():
            expected.setdefault(token, []).append((slot, where))

    assert read(postings_of(body_places(texts), texts)) == expected


def test_without_places_only_the_number_of_times_is_left() -> None:
    texts = ["村务村务", "", "村务"]

    postings = postings_of({"村务": [0, 2, 6]}, texts, with_places=False)

    assert postings == Postings(["村务"], [0], [2], ["CCB"])


@given(TEXTS)
def test_postings_are_kept_as_text(texts: list[str]) -> None:
    fields = [postings_of(body_places(texts), texts), Postings([], [], [], [])]

    assert read_postings(write_postings(fields)) == fields
