"""The publishers (公开主体): which body may publish in which division."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from pathlib import Path

from msgspec import Struct

from disclosure.division.register import Register
from disclosure.once import once
from disclosure.problem import Code, DisclosureError, Problem
from disclosure.rows import read_rows

FILE = "catalogue/publishers.csv"
COLUMNS = ("name", "division", "kind", "phone")
ROW_WRONG = Code(
    "publisher-row-wrong",
    zh="公开主体登记表第 {line} 行的 {field} 写作“{value}”，{expected_zh}",
    en="publisher register line {line}: {field} is {value!r}; {expected_en}",
    hint_zh="请在 catalogue/publishers.csv 中改正这一行",
    hint_en="correct the row in catalogue/publishers.csv",
)


class PublisherKind(Enum):
    """What sort of body it is; committees and collectives owe the 15 days of village law."""

    GOVERNMENT = "government"
    DEPARTMENT = "department"
    COMMITTEE = "committee"
    PARTY = "party"
    COLLECTIVE = "collective"
    SUPERVISION = "supervision"


class Publisher(Struct, frozen=True):
    """A body that publishes (公开主体); `division` is the short code of its seat.

    `number` is its row in the register, from 1: it stays while new bodies are added at the end.
    """

    name: str
    division: str
    kind: PublisherKind
    phone: str
    number: int = 0


class Publishers(Struct, frozen=True, dict=True):
    """All publishers by name; one name may stand in several divisions."""

    publishers_by_name: dict[str, tuple[Publisher, ...]]

    def __iter__(self) -> Iterator[Publisher]:
        for same_name in self.publishers_by_name.values():
            yield from same_name

    @once
    def publishers_by_seat(self) -> dict[str, tuple[Publisher, ...]]:
        """The same by the short code of the division they sit in, in the register's order."""
        found: dict[str, list[Publisher]] = {}
        for publisher in sorted(self, key=lambda one: one.number):
            found.setdefault(publisher.division, []).append(publisher)
        return {seat: tuple(some) for seat, some in found.items()}

    def of(self, division: str) -> tuple[Publisher, ...]:
        """Return a division's own bodies, in the register's order."""
        return self.publishers_by_seat.get(division, ())

    def find(self, name: str, division: str) -> Publisher | None:
        """Return the publisher of this name that sits in the division or above it.

        A body of the division itself goes before one above; a body elsewhere is not its publisher.
        """
        nearest = None
        for publisher in self.publishers_by_name.get(name, ()):
            seat = publisher.division
            if division.startswith(seat) and (nearest is None or len(seat) > len(nearest.division)):
                nearest = publisher
        return nearest

    def is_known(self, name: str) -> bool:
        """Tell whether any division has a publisher of this name."""
        return name in self.publishers_by_name


def load_publishers(root: Path, register: Register) -> Publishers:
    """Read `publishers.csv` under `root`; raise every row that cannot stand."""
    problems: list[Problem] = []
    found: dict[str, list[Publisher]] = {}
    kinds = {kind.value: kind for kind in PublisherKind}
    rows = read_rows(root / "catalogue" / "publishers.csv", FILE, COLUMNS)
    for number, row in enumerate(rows, 1):
        cells = row.cells  # by name: a city has tens of thousands of rows
        name = cells["name"]
        division, kind = register.get(cells["division"]), kinds.get(cells["kind"])
        if not name.strip():
            problems.append(
                ROW_WRONG.at(FILE, row.line, "name", expected_zh="不能为空", expected_en="blank")
            )
        if division is None:
            problems.append(
                ROW_WRONG.at(
                    FILE,
                    row.line,
                    "division",
                    value=cells["division"],
                    expected_zh="区划登记表中没有这个代码",
                    expected_en="no such division",
                )
            )
        if kind is None:
            problems.append(
                ROW_WRONG.at(
                    FILE,
                    row.line,
                    "kind",
                    value=cells["kind"],
                    expected_zh="应为 " + "、".join(kinds) + " 之一",
                    expected_en="expected one of " + ", ".join(kinds),
                )
            )
        if division and kind:
            publisher = Publisher(name, division.code, kind, cells["phone"], number)
            found.setdefault(name, []).append(publisher)
    if problems:
        raise DisclosureError(*problems)
    return Publishers({name: tuple(same_name) for name, same_name in sorted(found.items())})
