"""The four levels (层级) on which affairs are disclosed."""

from __future__ import annotations

from enum import Enum


class Level(Enum):
    """A level of the administration, from the top; the value is the word used in data."""

    CITY = "city"
    COUNTY = "county"
    TOWNSHIP = "township"
    VILLAGE = "village"

    __hash__ = object.__hash__  # a member is itself: thousands of look-ups need no more

    @property
    def zh(self) -> str:
        return ZH[self]

    @property
    def en(self) -> str:
        return self.value

    @property
    def digits(self) -> int:
        """How many digits of a division code are significant at this level."""
        return DIGITS[self]


ZH = {
    Level.CITY: "市级",
    Level.COUNTY: "区（市）县级",
    Level.TOWNSHIP: "乡镇（街道）级",
    Level.VILLAGE: "村（社区）级",
}
DIGITS = {Level.CITY: 4, Level.COUNTY: 6, Level.TOWNSHIP: 9, Level.VILLAGE: 12}
