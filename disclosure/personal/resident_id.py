"""Resident identity numbers (居民身份证号, GB 11643): 18 characters; 15 digits before 1999."""

from __future__ import annotations

from datetime import date

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK = "10X98765432"
OLDEST, NEWEST = 1850, 2099  # years of birth that can stand in a number

# The old form has no check digit, so its first two digits must at least be a province.
PROVINCES = frozenset(
    [
        "11",
        "12",
        "13",
        "14",
        "15",
        "21",
        "22",
        "23",
        "31",
        "32",
        "33",
        "34",
        "35",
        "36",
        "37",
        "41",
        "42",
        "43",
        "44",
        "45",
        "46",
        "50",
        "51",
        "52",
        "53",
        "54",
        "61",
        "62",
        "63",
        "64",
        "65",
        "71",
        "81",
        "82",
        "83",
    ]
)


def is_resident_id(text: str) -> bool:
    """Tell whether 18 plain characters have a real birth date and the right check character."""
    if len(text) != 18 or not (text[:17].isascii() and text[:17].isdigit()):
        return False
    total = sum(int(digit) * weight for digit, weight in zip(text, WEIGHTS, strict=False))
    return CHECK[total % 11] == text[17].upper() and is_day(text[6:14])


def is_old_resident_id(text: str) -> bool:
    """Tell whether 15 digits begin with a province and hold a real birth date of the 1900s."""
    return len(text) == 15 and text[:2] in PROVINCES and is_day("19" + text[6:12])


def is_day(text: str) -> bool:
    """Tell whether `YYYYMMDD` is a day on which somebody may have been born."""
    try:
        day = date(int(text[:4]), int(text[4:6]), int(text[6:8]))
    except ValueError:
        return False
    return OLDEST <= day.year <= NEWEST
