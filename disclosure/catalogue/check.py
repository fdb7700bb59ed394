"""Checks the standard and the registers under a root: schemas, integrity, overrides."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from disclosure.catalogue.catalogue import load_catalogue
from disclosure.catalogue.frictionless_check import (
    validate_package,
    validate_register,
    validate_tables,
)
from disclosure.catalogue.integrity.categories import check_categories
from disclosure.catalogue.integrity.coded import check_figures, check_vocabulary
from disclosure.catalogue.integrity.headings import check_headings
from disclosure.catalogue.integrity.standard import Standard, read_standard
from disclosure.catalogue.integrity.targets import (
    check_aliases,
    check_bindings,
    check_references,
    check_table_rules,
)
from disclosure.division import load_publishers, load_register
from disclosure.problem import DisclosureError, Problem, in_order
from disclosure.product import standard_of
from disclosure.workdays import load_workdays

RULES: tuple[Callable[[Standard], Iterator[Problem]], ...] = (
    check_categories,
    check_bindings,
    check_aliases,
    check_table_rules,
    check_references,
    check_vocabulary,
    check_figures,
    check_headings,
)
REGISTERS = ("divisions", "publishers")


def check_catalogue(root: Path) -> tuple[Problem, ...]:
    """Return everything wrong with the catalogue that binds the content under `root`, in order.

    A root without a standard of its own has its registers and overrides checked against the
    product's, and the product's standard checked with them.
    """
    standard = standard_of(root)
    found = [*validate_package(standard), *validate_tables(standard)]
    if root != standard:
        for name in REGISTERS:
            found += validate_register(root, standard, name)
    try:
        found += check_loaded(root, standard)
    except DisclosureError as error:
        found += error.problems
    return in_order(found)


def check_loaded(root: Path, standard: Path) -> Iterator[Problem]:
    """Yield what the loaders and the integrity rules find; raise where loading cannot go on."""
    register = load_register(root)
    load_publishers(root, register)
    load_workdays(standard)
    read = read_standard(standard, load_catalogue(root, register))
    for rule in RULES:
        yield from rule(read)
