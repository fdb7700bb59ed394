"""case-post-not-person: a case tells who handles it, where a post is asked for. Design.

A name cannot be told from other words for sure; so what is compared are the names of officials that
the same division publishes.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.personal import mask_name
from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.books import Books
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.sheet import text

CODE = Code(
    "case-post-not-person",
    zh="{title}里写了人名“{value}”",
    en="{field} names a person, {value!r}",
    hint_zh="请改写环节或岗位名称，如“初审”“便民服务站代办岗”",
    hint_en="write the step or the post",
    severity=Severity.WARNING,
)
TABLE, OFFICIALS = "case_progress", "officials"
COLUMNS = ("step", "post")
SHORTEST = 2  # characters of a name


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every step and post that holds the name of somebody known here."""
    found = {text(row, "person_name") for _, row in books.lines(OFFICIALS)}
    names = sorted(name for name in found if len(name) >= SHORTEST)
    for sheet, row in books.lines(TABLE):
        for column in COLUMNS:
            words = text(row, column)
            name = next((name for name in names if name in words), None)
            if name:
                yield sheet.problem(CODE, row, column, mask_name(name))
