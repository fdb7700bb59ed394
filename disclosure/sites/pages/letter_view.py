"""What the page of a letter shows: the letter, the reply, and the days it took."""

from __future__ import annotations

from datetime import date, timedelta

from msgspec import Struct

from disclosure.entry import Entry
from disclosure.sites.pages.view import Fact
from disclosure.sites.site import Site
from disclosure.workdays import Workdays


class LetterView(Struct, frozen=True):
    """A letter ready to print; days are ISO, `took` says how long the reply took, "" if unknown."""

    letter: str
    reply: str
    unit: str
    received: str
    replied: str
    took: str
    facts: tuple[Fact, ...]


def view_letter(entry: Entry, site: Site) -> LetterView | None:
    """Return the letter of an entry; None where it has no block."""
    header = entry.header
    if not header.has("letter.summary"):
        return None
    received, replied = header.day("letter.received_on"), header.day("letter.replied_on")
    facts = (
        ("来信编号", header.text("letter.number")),
        ("承办单位", header.text("letter.unit")),
    )
    return LetterView(
        letter=header.text("letter.summary"),
        reply=header.text("letter.reply"),
        unit=header.text("letter.unit"),
        received=header.text("letter.received_on"),
        replied=header.text("letter.replied_on"),
        took=took_zh(received, replied, site.facts.workdays) if received and replied else "",
        facts=tuple(Fact(label, value) for label, value in facts if value),
    )


def took_zh(received: date, replied: date, workdays: Workdays) -> str:
    """Return how long a reply took; the day of the letter does not count.

    "" where the reply is before the letter. Working days are left out for a year without data.
    """
    days = (replied - received).days
    if days < 0:
        return ""
    if days == 0:
        return "当天答复"
    worked = count_workdays(received, replied, workdays)
    return f"{days} 天" if worked is None else f"{worked} 个工作日（{days} 天）"


def count_workdays(first: date, last: date, workdays: Workdays) -> int | None:
    """Return the working days after `first` up to and with `last`; None = a year has no data."""
    if not workdays.covers(first, last):
        return None
    days = (first + timedelta(days=number) for number in range(1, (last - first).days + 1))
    return sum(1 for day in days if workdays.is_workday(day))
