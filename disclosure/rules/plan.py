"""Plans which rules an entry is asked, by its shape; what is planned once serves all of a shape."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain

from disclosure.entry import Entry
from disclosure.rules.all import all_rules
from disclosure.rules.facts import Facts
from disclosure.rules.gate import Shape
from disclosure.rules.rule import EntryCheck, FolderCheck

MAX_SHAPES = 4096  # remembered; a county's entries have some hundred


def checks_of(entry: Entry, facts: Facts) -> tuple[EntryCheck, ...]:
    """Return the checks an entry is asked, in the order of the rules."""
    body = entry.body_in_ascii
    return checks_of_shape(
        Shape(
            facts.category(entry),
            entry.kind,
            entry.division.level,
            entry.header.names,
            tuple([mark for mark, sign in all_marks() if sign in body]),
            not entry.header.misfits,
        )
    )


@lru_cache(maxsize=MAX_SHAPES)
def checks_of_shape(shape: Shape) -> tuple[EntryCheck, ...]:
    """Return the checks that entries of a shape are asked."""
    return tuple(rule.entry for rule in all_rules() if rule.entry and rule.concerns(shape))


@lru_cache(maxsize=1)
def folder_checks() -> tuple[FolderCheck, ...]:
    """Return the checks each folder is asked."""
    return tuple(rule.folder for rule in all_rules() if rule.folder)


@lru_cache(maxsize=1)
def all_marks() -> tuple[tuple[str, bytes], ...]:
    """Return the signs in a body that some rule waits for, also in ASCII."""
    marks = sorted(set(chain.from_iterable(rule.marks for rule in all_rules())))
    return tuple((mark, mark.encode("ascii")) for mark in marks)
