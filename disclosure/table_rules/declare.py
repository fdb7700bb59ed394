"""How a table rule is declared: a check of one sheet, or of all the sheets of a division."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

from msgspec import Struct

from disclosure.deadline import Context
from disclosure.division import Register
from disclosure.problem import Code, Problem
from disclosure.table_rules.books import Books
from disclosure.table_rules.sheet import Sheet

ANY = "*"  # a rule of every table


class Known(Context, Protocol):
    """What a table rule may know beside the tables: standard, registers, working days, today."""

    @property
    def register(self) -> Register: ...


SheetCheck = Callable[[Sheet, Known], Iterator[Problem]]
BooksCheck = Callable[[Books, Known], Iterator[Problem]]


class TableRule(Struct, frozen=True):
    """A rule of a standard table; one of its checks is given.

    A check of the books is asked where the division publishes the table.
    """

    code: Code
    table: str
    sheet: SheetCheck | None = None
    books: BooksCheck | None = None


TABLE_RULE = "table_rule"  # the attribute under which a decorated check carries its rule


def sheet_rule(code: Code, table: str) -> Callable[[SheetCheck], SheetCheck]:
    """Declare a check that needs one table alone."""

    def declare(check: SheetCheck) -> SheetCheck:
        setattr(check, TABLE_RULE, TableRule(code, table, sheet=check))
        return check

    return declare


def books_rule(code: Code, table: str) -> Callable[[BooksCheck], BooksCheck]:
    """Declare a check that compares the tables of a division with each other."""

    def declare(check: BooksCheck) -> BooksCheck:
        setattr(check, TABLE_RULE, TableRule(code, table, books=check))
        return check

    return declare
