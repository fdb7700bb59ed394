from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.lexicon import phrases_of
from disclosure.search.title_parts import count_again, count_parts

TITLES = st.lists(st.text(st.sampled_from("村务公开栏1"), max_size=9), max_size=25)


@given(TITLES, TITLES, st.data())
def test_counting_what_changed_comes_to_the_same_phrases(
    before: list[str], come: list[str], data: st.DataObject
) -> None:
    gone = data.draw(st.lists(st.sampled_from(before), unique=True) if before else st.just([]))
    after = list(before)
    for title in gone:
        after.remove(title)

    found = count_again(count_parts(before), gone, come)

    assert found is None or phrases_of(found) == phrases_of(count_parts([*after, *come]))


def test_a_part_that_may_have_become_a_phrase_is_counted_anew() -> None:
    parts = count_parts(["村务公开"] * 2 + ["低保名单"] * 4)

    assert count_again(parts, [], ["低保名单"]) is not None
    assert count_again(parts, [], ["村务公开"] * 2) is not None
    assert count_again(parts, [], ["村务公开"] * 3) is None


def test_nothing_is_kept_of_parts_that_are_gone() -> None:
    parts = count_parts(["村务公开"] * 4)
    more = count_again(parts, [], ["珠峰登山", "珠峰登山"])
    assert more is not None

    less = count_again(more, ["珠峰登山", "珠峰登山", *["村务公开"] * 4], [])

    assert less is not None
    assert (less.titles, less.times, less.added) == (0, {}, {})
