"""Mobile numbers (手机号) of the mainland: 1, then 3-9, then nine digits."""

from __future__ import annotations

import re

MOBILE = re.compile(r"1[3-9][0-9]{9}", re.ASCII)
GROUPINGS = frozenset({(11,), (3, 4, 4)})
COUNTRY = re.compile(r"86(?=1[3-9][0-9]{9}\Z)", re.ASCII)


def is_mobile(text: str) -> bool:
    """Tell whether eleven digits are a mobile number."""
    return MOBILE.fullmatch(text) is not None


def is_mobile_grouping(lengths: tuple[int, ...]) -> bool:
    """Tell whether groups of digits are cut as people write a mobile number."""
    return lengths in GROUPINGS


def without_country(text: str) -> str:
    """Return a mobile number without the country's 86 glued to it."""
    return COUNTRY.sub("", text)
