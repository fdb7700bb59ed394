from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from disclosure.catalogue import KINDS_BY_CONTENT_TYPE, Category, Kind
from disclosure.division import Division
from disclosure.entry.blank import table_file, write_blank, write_header
from disclosure.marked import read_marked
from tests.rules.verbs import check_files, marks, small_facts

DIVISIONS = {"city": "9901", "county": "990101", "township": "990101100", "village": "990101100201"}
BLANKS = {
    "element-missing",
    "image-alt-missing",
    "key-missing",
    "notice-missing",
    "rows-without-nil",
    "table-missing",
    "trigger-key-missing",
}
PAIRS = [
    (code, kind.value)
    for code, category in sorted(small_facts().catalogue.categories.items())
    for kind in KINDS_BY_CONTENT_TYPE[category.content_type]
    if not (kind is Kind.DATA and not category.data_table)
]


def blank(code: str, kind: Kind) -> tuple[Category, Division, str]:
    """Return a category, a division that publishes it, and its blank."""
    facts = small_facts()
    category = facts.catalogue.categories[code]
    division = facts.register.resolve(DIVISIONS[category.levels[-1].value])
    day = date(2026, 11, 20)
    text = write_blank(category, division, kind, facts.catalogue, facts.publishers, day, "sample")
    return category, division, text


def found(code: str, kind: Kind) -> list[str]:
    """Return what is found in the blank of a category, as `code:line:field`."""
    category, division, text = blank(code, kind)
    if kind is not Kind.DATA:
        return marks(check_files({f"{division.folder}/{kind.value}/sample.md": text}))
    folder = f"{division.folder}/data/sample"
    table = write_header(category, small_facts().catalogue)
    files = {f"{folder}/datapackage.yaml": text, f"{folder}/{table_file(category)}": table}
    return marks(check_files(files))


@pytest.mark.parametrize(("code", "kind"), PAIRS)
def test_blank_of_every_category_parses_and_names_only_what_is_to_be_filled(
    code: str, kind: str
) -> None:
    named = found(code, Kind(kind))

    assert named
    assert {mark.partition(":")[0] for mark in named} <= BLANKS
    assert len(named) == len(set(named))


def test_check_names_exactly_the_blanks() -> None:
    _, _, text = blank("E0902", Kind.NOTICES)
    lines = text.split("\n")

    named = found("E0902", Kind.NOTICES)

    blanks = [
        number
        for number, line in enumerate(lines, 1)
        if line.partition("#")[0].rstrip().endswith(":") and not line.startswith(HEADS)
    ]
    assert sorted({int(mark.split(":")[1]) for mark in named}) == blanks


HEADS = ("elements:", "review:", "notice:")


def test_blank_holds_nothing_that_could_be_published_by_mistake() -> None:
    _, _, text = blank("E0902", Kind.NOTICES)

    given, problems = read_marked(text.strip("-\n"), "x.md")

    assert problems == []
    assert given is not None
    assert [value.text for value in given.walk() if value.text] == ["E0902"]


def test_only_publisher_of_a_division_is_filled_in() -> None:
    facts = small_facts()
    category = facts.catalogue.categories["S1102"]
    division = facts.register.resolve("990101001001")

    text = write_blank(
        category, division, Kind.ARTICLES, facts.catalogue, facts.publishers, date(2026, 11, 20)
    )

    assert "\npublisher: 一社区居民委员会\n" in text


def test_header_of_a_package_holds_the_columns_of_table_and_category() -> None:
    facts = small_facts()
    category = facts.catalogue.categories["E0207"]

    (header,) = csv.reader(io.StringIO(write_header(category, facts.catalogue)))

    assert header == [*facts.catalogue.tables["payment_roster"].columns, "post"]


def test_period_offered_is_the_one_that_ended_last() -> None:
    _, _, text = blank("E0203", Kind.DATA)

    line = next(line for line in text.split("\n") if line.startswith("period:"))

    assert line.endswith("2026-Q3")
