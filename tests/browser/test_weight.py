"""What a page costs on a bad line: the first visit with styles and scripts, and each one after."""

from __future__ import annotations

import gzip
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

FIRST_VISIT = 40_000  # bytes, gz
LATER_VISIT = 8_000
LINKED = re.compile(r'(?:stylesheet" href|<script src)="([^"]+)"')


def weight(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))


def articles(city: Path) -> list[Path]:
    return sorted(city.glob("*/articles/*.html"))


def test_first_visit_to_an_article_is_light(city: Path) -> None:
    heaviest = max(articles(city), key=weight)
    linked = LINKED.findall(heaviest.read_text("utf-8"))

    parts = [heaviest, *((heaviest.parent / link).resolve() for link in linked)]

    assert len(linked) > 5
    assert sum(map(weight, parts)) <= FIRST_VISIT


def test_every_further_article_is_light(city: Path) -> None:
    heavy = {file.name: weight(file) for file in articles(city) if weight(file) > LATER_VISIT}

    assert heavy == {}
