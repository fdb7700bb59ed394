"""What an import changed: where it stood in Excel, what stood there, what is written, and why."""

from __future__ import annotations

from msgspec import Struct


class Change(Struct, frozen=True):
    """One cell that is written otherwise than it stood; `place` is its Excel address."""

    place: str
    title: str
    before: str
    after: str
    why: str


class Dropped(Struct, frozen=True):
    """One row of the sheet that is no entry; `row` is Excel's number."""

    row: int
    text: str
    why: str


class Cast(Struct, frozen=True):
    """What a cell is written as; `why` is "" where nothing but its form changed."""

    text: str
    why: str = ""


class DoubtError(ValueError):
    """A cell that can be read in two ways, or in none: says so in Chinese and English."""

    def __init__(self, zh: str, en: str) -> None:
        super().__init__(en)
        self.zh = zh
        self.en = en
