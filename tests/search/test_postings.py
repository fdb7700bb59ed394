from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.places import places_of
from disclosure.search.postings import Runs, add_document, write_places, write_times
from disclosure.search.tokens import cut
from disclosure.search.vlq import decode_all

TEXTS = st.lists(st.text(st.sampled_from("村务公开，1a"), max_size=12), max_size=5)
Read = dict[str, list[tuple[int, list[int]]]]


def read(runs: Runs) -> Read:
    """Return each term's documents with the places in each."""
    found: Read = {}
    for term, run in runs.items():
        numbers, slot, documents = [0, *decode_all(run.text.decode())], run.first, []
        while numbers:
            gap, times, *numbers = numbers
            slot += gap
            gaps, numbers = numbers[:times], numbers[times:]
            documents.append((slot, [sum(gaps[: place + 1]) for place in range(times)]))
        assert documents[-1][0] == run.last
        found[term] = documents
    return found


@given(TEXTS)
def test_postings_tell_who_has_a_term_and_where(texts: list[str]) -> None:
    expected: Read = {}
    runs: Runs = {}
    for number, text in enumerate(texts, 7):
        add_document(runs, number, write_places(places_of(text)))
        places: dict[str, list[int]] = {}
        for token, place in cut(text):
            places.setdefault(token, []).append(place)
        for token, where in places.items():
            expected.setdefault(token, []).append((number, where))

    assert read(runs) == expected


def test_without_places_only_the_number_of_times_is_left() -> None:
    runs: Runs = {}

    for number, times in ((3, 2), (5, 1)):
        add_document(runs, number, write_times({"村务公开": times}))

    [run] = runs.values()
    assert (run.first, run.last, run.text) == (3, 5, b"CCB")
