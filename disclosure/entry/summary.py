"""What is kept of an entry for everybody else: at most a kilobyte, no body, no line numbers."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from disclosure.catalogue import Kind
from disclosure.entry.entry import Entry

MAX_SUMMARY = 120  # characters


class Summary(NamedTuple):
    """An entry as others see it; `division` is the short code, `address` lies within its site."""

    file: str
    division: str
    kind: Kind
    name: str
    title: str
    summary: str
    category: str
    publisher: str
    published: datetime | None
    formed_on: date | None
    event_on: date | None
    period: str
    notice_from: date | None
    notice_to: date | None
    share: tuple[str, ...]
    interprets: str
    supersedes: str
    data: tuple[str, ...]
    index_number: str
    is_nil: bool
    is_draft: bool
    withdrawn_on: date | None
    rows: int

    @property
    def address(self) -> str:
        return f"{self.kind.value}/{self.name}"


def summarise(entry: Entry) -> Summary:
    """Return the summary of an entry."""
    header = entry.header
    return Summary(
        file=entry.file,
        division=entry.division.code,
        kind=entry.kind,
        name=entry.name,
        title=entry.title,
        summary=entry.summary[:MAX_SUMMARY],
        category=entry.category,
        publisher=entry.publisher,
        published=entry.published,
        formed_on=header.day("formed_on"),
        event_on=header.day("event_on"),
        period=header.text("period"),
        notice_from=header.day("notice.from"),
        notice_to=header.day("notice.to"),
        share=header.texts("share"),
        interprets=header.text("interprets"),
        supersedes=header.text("supersedes"),
        data=header.texts("data"),
        index_number=entry.index_number,
        is_nil=entry.is_nil,
        is_draft=entry.is_draft,
        withdrawn_on=entry.withdrawn_on,
        rows=sum(len(table.rows) for table in entry.tables),
    )
