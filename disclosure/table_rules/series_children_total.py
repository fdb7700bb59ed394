"""series-children-total: the parts of an indicator, or the places below, do not add up to it.

Parts are rows whose `parent_indicator` names it, of the same division, period and revision. Places
are compared where one division publishes itself and all those directly below it, and the indicator
is additive. Design.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.sheet import amount, count, text

CODE = Code(
    "series-children-total",
    zh="{period} {indicator}的{title}是 {value}，{source}合计 {expected}",
    en="{indicator} in {period} is {value}, its parts give {expected}",
    hint_zh="请核对合计与各分项；只列部分分项的，分项不要填上级指标（parent_indicator）",
    hint_en="check total and parts; where only some parts are listed, leave parent_indicator blank",
)
TABLE = "stat_series"
Key = tuple[str, str, str, str, int]  # file, division, indicator, period, revision


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every total that its parts or the places below do not give."""
    found: dict[Key, Line] = {}
    parts: dict[Key, list[Line]] = defaultdict(list)
    for line in books.lines(TABLE):
        key = key_of(line)
        found[key] = line
        parent = text(line[1], "parent_indicator")
        if parent:
            file, division, _, period, revision = key
            parts[file, division, parent, period, revision].append(line)
    for key, line in found.items():
        if key in parts:
            yield from compare(line, parts[key], "分项")
        if line[1].cells.get("additive") is True:
            yield from of_places(key, line, found, known)


def key_of(line: Line) -> Key:
    """Return the table and the place of a row in it."""
    sheet, row = line
    return (
        sheet.file,
        text(row, "division_code"),
        text(row, "indicator"),
        text(row, "period"),
        count(row, "revision") or 0,
    )


def of_places(key: Key, line: Line, found: dict[Key, Line], known: Known) -> Iterator[Problem]:
    """Yield the problem of a value that is not the sum of all places directly below."""
    file, code, indicator, period, revision = key
    division = known.register.get(code)
    below = known.register.children(division) if division else ()
    lines = [found.get((file, child.full_code, indicator, period, revision)) for child in below]
    if lines and all(lines):
        yield from compare(line, [one for one in lines if one], "下级")


def compare(total: Line, parts: Iterable[Line], source: str) -> Iterator[Problem]:
    """Yield the problem where all values are given and do not add up."""
    sheet, row = total
    value = amount(row, "value")
    values = [amount(part, "value") for _, part in parts]
    if value is None or None in values:
        return
    expected = sum((one for one in values if one is not None), Decimal(0))
    if value != expected:
        yield sheet.problem(
            CODE,
            row,
            "value",
            value,
            period=row.cells["period"],
            indicator=row.cells["indicator"],
            source=source,
            expected=expected,
        )
