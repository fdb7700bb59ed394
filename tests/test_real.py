"""What was really published is judged file by file as `tests/data/real/expected.csv` lists."""

from __future__ import annotations

import csv
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from disclosure.problem import Problem
from disclosure.rules.check import check_content
from disclosure.rules.facts import load_facts

REAL = Path(__file__).parent / "data" / "real"
TODAY = date(2026, 11, 20)
ITEMS = 24


def expectations() -> dict[str, list[str]]:
    """Return the codes each file must raise."""
    with (REAL / "expected.csv").open(encoding="utf-8", newline="") as lines:
        return {row["file"]: row["codes"].split("|") for row in csv.DictReader(lines)}


@lru_cache(maxsize=1)
def problems() -> tuple[Problem, ...]:
    return check_content(load_facts(REAL, TODAY)).problems


@pytest.mark.parametrize(("file", "codes"), expectations().items(), ids=expectations())
def test_file_raises_exactly_what_is_listed(file: str, codes: list[str]) -> None:
    found = {problem.code for problem in problems() if problem.file == file}

    assert sorted(found) == list(filter(None, codes))


def test_every_file_is_listed_and_nothing_else_is_found() -> None:
    files = {path.relative_to(REAL).as_posix() for path in REAL.glob("content/**/*.md")}

    assert files == set(expectations())
    assert {problem.file for problem in problems()} <= files


def test_every_really_published_item_is_there() -> None:
    items = list(REAL.glob("content/**/it0[0-9][0-9].md"))

    assert len(items) == ITEMS


def test_a_page_address_with_eleven_digits_is_no_telephone_number() -> None:
    (file,) = REAL.glob("content/**/it055.md")

    assert "/15370328635.html" in file.read_text("utf-8")
    assert not [problem for problem in problems() if problem.code == "mobile-number"]
