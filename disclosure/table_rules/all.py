"""The set of table rules: every module of this package that declares one, by name."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module

from disclosure import table_rules
from disclosure.table_rules.declare import ANY, TABLE_RULE, BooksCheck, SheetCheck, TableRule

# Modules that hold what several rules need.
NOT_RULES = frozenset(
    {
        "all",
        "annual_reports",
        "areas",
        "ballots",
        "books",
        "calendar_months",
        "contracts",
        "controls",
        "declare",
        "funds",
        "land",
        "ledger_plain",
        "ledgers",
        "report_prose",
        "report_years",
        "rosters",
        "sheet",
        "summaries",
    }
)


@lru_cache(maxsize=1)
def all_table_rules() -> tuple[TableRule, ...]:
    """Return every table rule, in the order of the module names."""
    return tuple(find_rules())


def find_rules() -> Iterator[TableRule]:
    """Yield the rule each module declares; a module here without one is a mistake of ours."""
    for module in sorted(info.name for info in pkgutil.iter_modules(table_rules.__path__)):
        if module not in NOT_RULES:
            yield getattr(import_module(f"disclosure.table_rules.{module}").check, TABLE_RULE)


@lru_cache(maxsize=64)
def sheet_checks(table: str) -> tuple[SheetCheck, ...]:
    """Return the checks of one sheet of a standard table."""
    return tuple(
        rule.sheet for rule in all_table_rules() if rule.sheet and rule.table in (table, ANY)
    )


@lru_cache(maxsize=1024)
def books_checks(tables: frozenset[str]) -> tuple[BooksCheck, ...]:
    """Return the checks of the books of a division that publishes these standard tables."""
    return tuple(rule.books for rule in all_table_rules() if rule.books and rule.table in tables)
