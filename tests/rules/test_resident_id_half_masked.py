from __future__ import annotations

import pytest

from disclosure.rules.resident_id_half_masked import CODE
from tests.rules.private import found, marks, news, roster


@pytest.mark.parametrize("written", ["110105********002X", "1101**********002X", "110105******002"])
def test_mask_that_hides_too_little_is_found(written: str) -> None:
    files = news(f"证件号{written}。")

    assert [problem.severity.value for problem in found(CODE, files)] == ["warning"]


def test_column_is_certain() -> None:
    files = roster("E0207", "丁*川", household_no="110105********002X")

    assert marks(CODE, files) == ["error:2:household_no:"]


@pytest.mark.parametrize(
    "written", ["110*************2X", "***", "6222****1234", "王**", "2026****"]
)
def test_other_masks_are_clean(written: str) -> None:
    files = news(f"证件号{written}。")

    assert marks(CODE, files) == []
