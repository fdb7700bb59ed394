from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from disclosure.dataset.matching import match_rows

CELLS = st.tuples(st.sampled_from("1234"), st.sampled_from("abc"), st.sampled_from("xyz"))
ROWS = st.lists(CELLS, max_size=8)
KEY = (0,)


def test_a_row_is_known_by_its_key_wherever_it_stands() -> None:
    old = [("1", "a", "x", "p"), ("2", "b", "y", "q")]
    new = [("3", "c", "z", "r"), ("2", "b", "y", "s"), ("1", "a", "x", "p")]

    assert match_rows(old, new, KEY) == ((None, 0), (1, 1))


def test_rows_that_only_stand_elsewhere_are_the_same() -> None:
    rows = [("1", "a"), ("2", "b"), ("3", "c")]

    assert match_rows(rows, rows[::-1], KEY) == ()


def test_a_row_taken_out_of_the_middle_takes_no_others_with_it() -> None:
    old = [(str(number), f"day {number}", f"what {number}") for number in range(1, 7)]
    new = [(str(number - (number > 3)), *rest) for number, (_, *rest) in enumerate(old, 1)]
    del new[2]

    assert match_rows(old, new, KEY) == ((2, None), (3, 2), (4, 3), (5, 4))


def test_a_row_rewritten_whole_keeps_its_key() -> None:
    old = [("1", "a", "x"), ("2", "b", "y")]
    new = [("1", "a", "x"), ("2", "c", "z")]

    assert match_rows(old, new, KEY) == ((1, 1),)


def test_without_a_key_rows_are_told_by_what_they_have_in_common() -> None:
    old = [("a", "x", "p"), ("b", "y", "q")]
    new = [("a", "x", "r"), ("c", "z", "s")]

    assert match_rows(old, new, ()) == ((0, 0), (1, None), (None, 1))


def test_a_key_that_stands_twice_is_no_key() -> None:
    old = [("1", "a", "x"), ("1", "b", "y")]
    new = [("1", "c", "z")]

    assert sorted(match_rows(old, new, KEY), key=str) == [(0, None), (1, None), (None, 0)]


@given(ROWS, ROWS, st.sampled_from([(), (0,), (0, 1)]))
def test_no_row_is_lost_or_paired_twice(
    old: list[tuple[str, ...]], new: list[tuple[str, ...]], key: tuple[int, ...]
) -> None:
    pairs = match_rows(old, new, key)

    before = [i for i, _ in pairs if i is not None]
    after = [j for _, j in pairs if j is not None]
    kept = Counter(row for i, row in enumerate(old) if i not in before)
    assert len(set(before)) == len(before)
    assert len(set(after)) == len(after)
    assert kept == Counter(row for j, row in enumerate(new) if j not in after)
    assert all(old[i] != new[j] for i, j in pairs if i is not None and j is not None)
