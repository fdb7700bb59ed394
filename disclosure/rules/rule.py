"""What a rule is: a check of one entry or of one folder, and the codes it raises."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from msgspec import Struct

from disclosure.entry import Entry, Folder
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.gate import Gate, Shape

EntryCheck = Callable[[Entry, Facts], Iterator[Problem]]
FolderCheck = Callable[[Folder, Facts], Iterator[Problem]]


class Rule(Struct, frozen=True):
    """A rule of the set; exactly one of its checks is given.

    A check of an entry is asked only where the category has the privacy rule `privacy` ("" = any),
    where one of `keys` is given or one of `marks` stands in the body (neither named = always), and
    where its gate lets the entry's shape pass: most rules concern few entries.
    """

    codes: tuple[Code, ...]
    entry: EntryCheck | None = None
    folder: FolderCheck | None = None
    privacy: str = ""
    keys: tuple[str, ...] = ()
    marks: tuple[str, ...] = ()
    gate: Gate | None = None

    def concerns(self, shape: Shape) -> bool:
        """Tell whether entries of a shape are asked."""
        if self.privacy and not (shape.category and self.privacy in shape.category.privacy_rules):
            return False
        if self.keys or self.marks:
            is_there = any(map(shape.gives, self.keys)) or not set(self.marks).isdisjoint(
                shape.marks
            )
            if not is_there:
                return False
        return self.gate is None or self.gate(shape)


RULE = "rule"  # the attribute under which a decorated check carries its Rule


def rule(
    *codes: Code,
    privacy: str = "",
    keys: tuple[str, ...] = (),
    marks: tuple[str, ...] = (),
    gate: Gate | None = None,
) -> Callable[[EntryCheck], EntryCheck]:
    """Declare a check of one entry, and which entries it concerns."""

    def declare(check: EntryCheck) -> EntryCheck:
        made = Rule(codes, entry=check, privacy=privacy, keys=keys, marks=marks, gate=gate)
        setattr(check, RULE, made)
        return check

    return declare


def folder_rule(*codes: Code) -> Callable[[FolderCheck], FolderCheck]:
    """Declare a check of everything one division publishes."""

    def declare(check: FolderCheck) -> FolderCheck:
        setattr(check, RULE, Rule(codes, folder=check))
        return check

    return declare
