"""What a rule is: a check of one entry or of one folder, and the codes it raises."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from disclosure.entry import Entry, Folder
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts

EntryCheck = Callable[[Entry, Facts], Iterator[Problem]]
FolderCheck = Callable[[Folder, Facts], Iterator[Problem]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of the set; exactly one of its checks is given.

    A check of an entry is asked only where the entry gives `key`, and only where its category has
    the privacy rule `privacy` ("" = always): most rules concern few entries.
    """

    codes: tuple[Code, ...]
    entry: EntryCheck | None = None
    folder: FolderCheck | None = None
    key: str = ""
    privacy: str = ""


RULE = "rule"  # the attribute under which a decorated check carries its Rule


def rule(*codes: Code, key: str = "", privacy: str = "") -> Callable[[EntryCheck], EntryCheck]:
    """Declare a check of one entry, of those that give a key or whose category asks for privacy."""

    def declare(check: EntryCheck) -> EntryCheck:
        setattr(check, RULE, Rule(codes, entry=check, key=key, privacy=privacy))
        return check

    return declare


def folder_rule(*codes: Code) -> Callable[[FolderCheck], FolderCheck]:
    """Declare a check of everything one division publishes."""

    def declare(check: FolderCheck) -> FolderCheck:
        setattr(check, RULE, Rule(codes, folder=check))
        return check

    return declare
