"""letter-published-count: more letters stand on the site than the statistics say were shown.

All mailboxes of a division and month are added up, since a letter does not name its mailbox.
Design.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from disclosure.catalogue import Kind
from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.letter_closing_count import TABLE
from disclosure.table_rules.sheet import count, text

CODE = Code(
    "letter-published-count",
    zh="{period} 各信箱{title}合计 {value}，当月登出的来信有 {expected} 篇",
    en="{value} letters shown in {period} by the statistics, {expected} on the site",
    hint_zh="请核对选登数；来信的 date 写的是登出时间",
    hint_en="check the figure; date of a letter is when it was shown",
    severity=Severity.WARNING,
)


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every month whose statistics count fewer letters than are there."""
    shown: Counter[tuple[str, str]] = Counter()
    for entry in books.entries:
        if entry.kind is Kind.LETTERS and entry.published:
            shown[entry.division.full_code, f"{entry.published:%Y-%m}"] += 1
    months: dict[tuple[str, str], list[Line]] = {}
    for line in books.lines(TABLE):
        key = text(line[1], "division_code"), text(line[1], "period")
        months.setdefault(key, []).append(line)
    for key, lines in months.items():
        total = sum(count(row, "published") or 0 for _, row in lines)
        if total < shown[key]:
            sheet, row = lines[0]
            yield sheet.problem(CODE, row, "published", total, period=key[1], expected=shown[key])
