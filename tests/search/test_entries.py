from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.entries import with_entries
from disclosure.search.vlq import encode_all

PLACES = st.lists(st.integers(0, 70), min_size=1, max_size=3)
POSTINGS = st.dictionaries(st.integers(0, 12), PLACES)


def written(postings: dict[int, list[int]]) -> str:
    """Return postings as an index holds them."""
    text, last = "", 0
    for number, gaps in sorted(postings.items()):
        text += encode_all([number - last]) + entry_of(gaps)
        last = number
    return text


def entry_of(gaps: list[int]) -> str:
    return encode_all([len(gaps), *gaps])


@given(POSTINGS, POSTINGS, st.sets(st.integers(0, 12)))
def test_some_documents_are_put_in_and_others_taken_out(
    before: dict[int, list[int]], new: dict[int, list[int]], gone: set[int]
) -> None:
    after = {number: places for number, places in (before | new).items() if number not in gone}
    entries = {
        number: entry_of(after[number]) if number in after else None for number in new.keys() | gone
    }

    text = with_entries(written(before), entries)

    assert text == written(after)


def test_what_is_not_touched_is_copied() -> None:
    assert with_entries("", {}) == ""
    assert with_entries("", {40: "BA"}) == "oBBA"
    assert with_entries("CBABBC", {3: None}) == "CBA"
