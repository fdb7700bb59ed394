"""series-revision: a published value was changed without a revision, or the unit of a series.

A revision takes the next number and the status 修订. Design.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.sheet import amount, count, text

CODE = Code(
    "series-revision",
    zh="序列 {series}{period} 的{title}是“{value}”，{reason_zh}",
    en="series {series} in {period}: {field} is {value!r}, {reason_en}",
    hint_zh="修改已公布的数值须另起一行：修订号加一，数据状态写“修订”，单位不变",
    hint_en="a changed value is a new row: the next revision, status 修订, the same unit",
)
TABLE, REVISED = "stat_series", "修订"


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield revisions out of order or without their status, changed values, and changed units."""
    values: dict[tuple[str, str, str], list[Line]] = defaultdict(list)
    units: dict[tuple[str, str], Line] = {}
    for line in books.lines(TABLE):
        row = line[1]
        place = text(row, "division_code"), text(row, "series_code")
        values[(*place, text(row, "period"))].append(line)
        first = units.setdefault(place, line)
        if text(first[1], "unit") != text(row, "unit"):
            unit = text(first[1], "unit")
            yield problem(line, "unit", f"此前的单位是“{unit}”", f"it was {unit!r} before")
    for lines in values.values():
        yield from of_value(sorted(lines, key=revision_of))


def of_value(lines: list[Line]) -> Iterator[Problem]:
    """Yield what is wrong with the revisions of one value, which begin with 0."""
    first = revision_of(lines[0])
    if first and first != 1:
        zh = "修订号从 0 起，每修订一次加一"
        yield problem(lines[0], "revision", zh, "revisions begin with 0")
    for line in lines:
        status = text(line[1], "value_status")
        if revision_of(line) and status != REVISED:
            zh = f"修订号是 {revision_of(line)}，应写“修订”"
            yield problem(line, "value_status", zh, "a revision is 修订")
    for before, line in pairwise(lines):
        earlier, later = revision_of(before), revision_of(line)
        if later == earlier and amount(before[1], "value") != amount(line[1], "value"):
            zh = f"同一修订号曾公布为 {written(before)}，修订号应加一"
            yield problem(line, "value", zh, "it was published with another value")
        elif later > earlier + 1:
            zh = f"上一次的修订号是 {earlier}，应为 {earlier + 1}"
            yield problem(line, "revision", zh, f"expected {earlier + 1}")


def written(line: Line) -> str:
    """Return the value of a row in words."""
    value = amount(line[1], "value")
    return "空白" if value is None else f"{value:f}"


def revision_of(line: Line) -> int:
    """Return the revision a row stands for."""
    return count(line[1], "revision") or 0


def problem(line: Line, column: str, zh: str, en: str) -> Problem:
    """Return the problem of one row."""
    sheet, row = line
    return sheet.problem(
        CODE,
        row,
        column,
        row.cells.get(column),
        series=row.cells["series_code"],
        period=row.cells["period"],
        reason_zh=zh,
        reason_en=en,
    )
