"""committee-membership: a village committee of the wrong size, or members who supervise
themselves.

村民委员会组织法 art. 8: three to seven; art. 37: nobody sits in both committees;
农村集体经济组织法 art. 34: nor in both boards.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.sheet import day, text

CODE = Code(
    "committee-membership",
    zh="成员组成不合规定：{reason_zh}",
    en="the members are not as law asks: {reason_en}",
    hint_zh="请核对名录和任期；确有兼任或人数不合规定的，应依法补选、免职后再公开",
    hint_en="check names and terms; where it is so, it has to be put right before publishing",
)
TABLE = "officials"
COMMITTEE, SUPERVISION = "村(居)民委员会", "村(居)务监督委员会"
APART = ((COMMITTEE, SUPERVISION), ("集体经济组织理事会", "集体经济组织监事会"))
SMALLEST, LARGEST = "committee-size-minimum", "committee-size-maximum"


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield committees of too few or too many members, and persons in two bodies kept apart."""
    bodies: dict[tuple[str, str], dict[str, Line]] = defaultdict(dict)
    for line in books.lines(TABLE):
        row = line[1]
        if is_in_office(line, known.today):
            body = text(row, "division_code"), text(row, "role_type")
            bodies[body][text(row, "person_name")] = line
    for (division, role), members in bodies.items():
        if role == COMMITTEE:
            yield from of_size(members, known)
        for one, other in APART:
            if role == other:
                both = members.keys() & bodies.get((division, one), {}).keys()
                for name in sorted(both):
                    yield in_both(members[name], name, one, other)


def of_size(members: dict[str, Line], known: Known) -> Iterator[Problem]:
    """Yield the problem of a village committee of the wrong size; law fixes none for residents."""
    line = next(iter(members.values()))
    if not text(line[1], "org_name").endswith("村民委员会"):
        return
    least, most = (known.catalogue.figure(name).number for name in (SMALLEST, LARGEST))
    if not least <= len(members) <= most:
        zh = f"村民委员会成员列了 {len(members)} 人，应为 {least} 至 {most} 人"
        yield problem(line, "role_type", zh, f"{len(members)} members, law asks {least} to {most}")


def in_both(line: Line, name: str, one: str, other: str) -> Problem:
    """Return the problem of a person who sits in two bodies that law keeps apart."""
    zh = f"“{name}”同时是{one}和{other}的成员，依法不得兼任"
    return problem(line, "person_name", zh, f"{name!r} sits in two bodies kept apart by law")


def problem(line: Line, column: str, zh: str, en: str) -> Problem:
    """Return the problem of one row."""
    sheet, row = line
    value = row.cells[column]
    return sheet.problem(CODE, row, column, value, reason_zh=zh, reason_en=en)


def is_in_office(line: Line, today: date) -> bool:
    """Tell whether somebody holds a post on the day of the check."""
    ends = day(line[1], "term_to")
    return ends is None or ends >= today
