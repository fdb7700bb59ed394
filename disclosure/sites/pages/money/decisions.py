"""Which decision a payment rests on: found by the numbers a ledger, a project or a contract names.

Nothing is guessed from words: a decision is named by its ballot's number, or by the number of a
project or contract that names it, or by a voucher that the ledger of the special fund books to a
project.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec import Struct

from disclosure.sites.pages.money.source import Source, packages_of, rows_of
from disclosure.sites.site import Site

BALLOTS = "ballot_result"
# Of each table: the columns that number a matter, and the one that names its ballot.
MATTERS = (
    ("fund_project", ("project_no",), "ballot_id"),
    ("project_tender", ("project_code", "contract_no"), "ballot_id"),
    ("contract_register", ("contract_no",), "decision_ref"),
)
LEAST = 5  # characters of a number that is looked for in a text: shorter ones stand by chance


class Decision(Struct, frozen=True):
    """A decision by its ballot's number; without a page on this site `title` and `url` are ""."""

    number: str
    title: str = ""
    url: str = ""


class Decisions(Struct, frozen=True):
    """The decisions of a division by number, and the matters that name one.

    `pattern` finds such a number in a text, None where there is none to find.
    """

    by_number: Mapping[str, Decision]
    number_by_matter: Mapping[str, str]
    matter_by_voucher: Mapping[str, str]
    pattern: re.Pattern[str] | None

    def find(self, number: str) -> Decision | None:
        """Return a decision by its ballot's number; None of no number."""
        return self.by_number.get(number, Decision(number)) if number else None

    def of_line(self, line: Source) -> Decision | None:
        """Return the decision a line of a ledger rests on, None where it names none."""
        matter = self.matter_by_voucher.get(line.text("voucher_no"), "")
        found = self.pattern.search(line.text("summary")) if self.pattern else None
        if not matter and found:
            matter = found.group()
        return self.find(self.number_by_matter.get(matter, ""))


def read_decisions(site: Site) -> Decisions:
    """Return what the entries of a division say of decisions."""
    by_number = {decision.number: decision for decision in told(site)}
    numbers = {number: number for number in by_number}
    for table, columns, ballot in MATTERS:
        for source in rows_of(site, table):
            for column in columns:
                if source.text(column) and source.text(ballot):
                    numbers.setdefault(source.text(column), source.text(ballot))
    vouchers = {
        source.text("voucher_no"): source.text("project_no")
        for source in rows_of(site, "fund_ledger")
        if source.text("project_no")
    }
    sought = sorted((number for number in numbers if len(number) >= LEAST), key=len, reverse=True)
    pattern = (
        re.compile(rf"(?<![0-9A-Za-z-])(?:{'|'.join(map(re.escape, sought))})(?![0-9A-Za-z-])")
        if sought
        else None
    )
    return Decisions(by_number, numbers, vouchers, pattern)


def told(site: Site) -> list[Decision]:
    """Return the decisions that have a page here, one a ballot: tables first, then votes."""
    found = [
        Decision(source.text("ballot_id"), source.text("title"), source.url)
        for source in (rows_of(site, BALLOTS) if packages_of(site, BALLOTS) else ())
    ]
    for entry in site.visible():
        number = entry.header.text("vote.ballot_id")
        if number:
            found.append(Decision(number, entry.title, f"{entry.address}.html"))
    return found
