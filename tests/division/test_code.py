from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.division import Level, expand, is_code, level_of, parent_of, shorten
from tests.strategies import short_codes


@given(short_codes())
def test_short_code_survives_expanding_and_shortening(short: str) -> None:
    full = expand(short)

    assert len(full) == 12
    assert shorten(full) == short
    assert shorten(expand(full)) == short


@given(
    st.sampled_from(list(Level)).flatmap(
        lambda level: st.tuples(st.just(level), short_codes(level))
    )
)
def test_level_is_told_by_the_digits(pair: tuple[Level, str]) -> None:
    level, short = pair

    assert level_of(short) is level
    assert level_of(expand(short)) is level
    assert len(short) == level.digits


@given(short_codes())
def test_parents_lead_to_the_city_one_level_at_a_time(short: str) -> None:
    levels = [level_of(short)]
    code = short

    while (above := parent_of(code)) is not None:
        assert code.startswith(above)
        code = above
        levels.append(level_of(code))

    assert levels == list(Level)[: len(levels)][::-1]
    assert len(code) == Level.CITY.digits


@given(short_codes())
def test_short_and_full_codes_are_codes(short: str) -> None:
    assert is_code(short)
    assert is_code(expand(short))


@pytest.mark.parametrize(
    "text",
    ["", "99", "99010", "0990", "99010110", "9901011002011", "９９０１", "990101 ", "99o101"],
)
def test_what_is_no_code(text: str) -> None:
    assert not is_code(text)
