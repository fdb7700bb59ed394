from __future__ import annotations

from datetime import date

from disclosure.search.document import Document
from disclosure.search.segments import monday_of, split_documents

SUNDAY = date(2026, 11, 22)
GONE = Document("", "", "", withdrawn=True)


def dated(*days: str) -> list[Document]:
    """Return a document for each day, a withdrawn one for "-"."""
    return [GONE if day == "-" else Document(f"articles/{day}", "", day) for day in days]


def sizes(documents: list[Document]) -> tuple[int, int, int]:
    parts = split_documents(documents, SUNDAY)
    return len(parts.base), len(parts.week), len(parts.day)


def test_a_week_begins_on_monday() -> None:
    assert monday_of(SUNDAY) == date(2026, 11, 16)
    assert monday_of(date(2026, 11, 16)) == date(2026, 11, 16)


def test_documents_are_parted_by_week_and_day() -> None:
    documents = dated("2020-01-01", "2026-11-15", "2026-11-16", "2026-11-21", "2026-11-22")

    assert sizes([*documents, *dated("2027-01-01")]) == (2, 2, 2)


def test_a_withdrawn_document_keeps_its_slot_in_the_base() -> None:
    assert sizes(dated("-", "2020-01-01", "-", "2026-11-15")) == (4, 0, 0)


def test_a_withdrawn_document_at_a_bound_stands_with_those_after_it() -> None:
    assert sizes(dated("2020-01-01", "-", "2026-11-17")) == (1, 2, 0)


def test_withdrawn_documents_at_the_end_take_no_slot() -> None:
    assert sizes(dated("2020-01-01", "-", "-")) == (1, 0, 0)
    assert sizes(dated("-")) == (0, 0, 0)
