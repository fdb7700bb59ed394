from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.entries import with_entries
from disclosure.search.vlq import encode_all

PLACES = st.lists(st.integers(0, 70), min_size=1, max_size=3)
POSTINGS = st.dictionaries(st.integers(0, 12), PLACES)


def written(postings: dict[int, list[int]], *, has_places: bool) -> str:
    """Return postings as an index holds them."""
    text, last = "", 0
    for number, gaps in sorted(postings.items()):
        text += encode_all([number - last]) + entry_of(gaps, has_places=has_places)
        last = number
    return text


def entry_of(gaps: list[int], *, has_places: bool) -> str:
    return encode_all([len(gaps), *(gaps if has_places else ())])


@given(POSTINGS, POSTINGS, st.sets(st.integers(0, 12)), st.booleans())
def test_some_documents_are_put_in_and_others_taken_out(
    before: dict[int, list[int]], new: dict[int, list[int]], gone: set[int], has_places: bool
) -> None:
    after = {number: places for number, places in (before | new).items() if number not in gone}
    entries = {
        number: entry_of(after[number], has_places=has_places) if number in after else None
        for number in new.keys() | gone
    }

    text = with_entries(written(before, has_places=has_places), entries, has_places=has_places)

    assert text == written(after, has_places=has_places)


def test_what_is_not_touched_is_copied() -> None:
    assert with_entries("", {}, has_places=True) == ""
    assert with_entries("", {40: "BA"}, has_places=True) == "oBBA"
    assert with_entries("CBABBC", {3: None}, has_places=True) == "CBA"
