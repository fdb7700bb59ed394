from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.search.vlq import decode_all, encode, encode_all

NUMBERS = st.one_of(st.integers(0, 100), st.integers(0, 1 << 40))


def test_small_numbers_are_one_digit() -> None:
    assert [encode(number) for number in (0, 1, 31, 32, 1024)] == ["A", "B", "f", "gB", "ggB"]


@given(st.lists(NUMBERS))
def test_numbers_come_back(numbers: list[int]) -> None:
    assert decode_all(encode_all(numbers)) == numbers


@pytest.mark.parametrize("text", ["g", "Ag", "A,", "村", "A A"])
def test_what_is_no_list_of_numbers_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="list of numbers"):
        decode_all(text)


def test_numbers_are_written_in_fives_of_bits() -> None:
    assert [encode(number) for number in (0, 31, 32, 1023, 1024)] == [
        "A",
        "f",
        "gB",
        "/f",
        "ggB",
    ]
