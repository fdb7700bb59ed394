from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.hot import join_hot, split_hot
from disclosure.search.hot_entries import edit_hot
from tests.search.test_entries import PLACES, entry_of, written

POSTINGS = st.dictionaries(st.integers(0, 40), PLACES)
Postings = dict[int, list[int]]
NUMBERS, TARGET = 48, 20


def line_of(titles: Postings, bodies: Postings) -> str:
    return ",".join(("村务", *(written(field) for field in (titles, bodies))))


@given(POSTINGS, POSTINGS)
def test_a_hot_term_is_put_together_again(titles: Postings, bodies: Postings) -> None:
    line = line_of(titles, bodies)

    hot = split_hot(line, NUMBERS, TARGET)

    assert join_hot(hot.line, hot.places) == line


@given(POSTINGS, POSTINGS, POSTINGS, POSTINGS, st.sets(st.integers(0, 40)))
def test_documents_of_a_hot_term_are_edited_in_their_blocks(
    titles: Postings, bodies: Postings, new: Postings, others: Postings, gone: set[int]
) -> None:
    hot = split_hot(line_of(titles, bodies), NUMBERS, TARGET)
    fields = []
    entries = []
    for before, changed in ((titles, new), (bodies, others)):
        after = {one: places for one, places in (before | changed).items() if one not in gone}
        fields.append(after)
        entries.append(
            {one: entry_of(after[one]) if one in after else None for one in changed.keys() | gone}
        )

    edited = edit_hot(hot.line, entries, lambda block: hot.places.get(block, ("", "")))

    whole = line_of(fields[0], fields[1])
    assert join_hot(edited.line, hot.places | edited.places) == whole
    assert edited.growth == len(whole) - len(line_of(titles, bodies))
