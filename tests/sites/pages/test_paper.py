"""What fits on paper is reckoned, never too much."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from disclosure.sites.pages.paper import CUT, cut, fit, height_of, width_of


def test_letters_are_narrower_than_characters() -> None:
    assert width_of("公示期") == 3
    assert width_of("0904") < 3


def test_longer_text_is_never_lower() -> None:
    heights = [height_of("公" * length, 80, 14, 1.5) for length in range(60)]

    assert heights == sorted(heights)
    assert heights[0] == 0 < heights[1] == heights[2]


def test_first_items_fit_until_one_does_not() -> None:
    assert fit([3, 3, 5, 1], float, 7) == (3, 3)
    assert fit([8, 1], float, 7) == ()


@given(st.text("公示，。；、a1 ", max_size=60), st.integers(4, 40))
def test_cut_text_is_never_wider_than_asked(text: str, width: int) -> None:
    found = cut(text, width)

    assert width_of(found) <= width or found == text
    assert found == text or (found.endswith(CUT) and text.startswith(found.removesuffix(CUT)))


def test_text_is_cut_after_a_clause() -> None:
    assert cut("十月受理申请八户，核对后不符合的两户", 14) == "十月受理申请八户……"
