from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.ranges import capacity_of, starts_of


def test_capacities_are_of_one_series() -> None:
    assert [capacity_of(count) for count in (0, 2, 3, 4, 5, 7, 8, 10, 14, 50, 200)] == [
        4, 4, 6, 6, 8, 12, 12, 16, 24, 64, 256,
    ]  # fmt: skip


@given(st.integers(0, 10_000))
def test_there_is_always_room_for_more(count: int) -> None:
    assert count + count // 8 + 2 <= capacity_of(count) <= 2 * (count + count // 8 + 2)


def test_ranges_follow_each_other() -> None:
    assert starts_of([1, 3, 0]) == ([0, 4, 10], 14)
    assert starts_of([]) == ([], 0)
