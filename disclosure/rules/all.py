"""The set of rules: every module of this package that declares one, by name."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module

from disclosure import rules
from disclosure.rules.rule import RULE, Rule

NOT_RULES = frozenset(
    {
        "above",
        "all",
        "check",
        "creation",
        "facts",
        "gate",
        "plan",
        "reference",
        "rule",
        "selection",
        "sheets",
        "witness",
    }
)


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """Return every rule, in the order of the module names."""
    return tuple(find_rules())


def find_rules() -> Iterator[Rule]:
    """Yield the rule each module declares; a module here without one is a mistake of ours."""
    for module in sorted(info.name for info in pkgutil.iter_modules(rules.__path__)):
        if module not in NOT_RULES:
            yield getattr(import_module(f"disclosure.rules.{module}").check, RULE)
