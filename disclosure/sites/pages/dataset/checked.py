"""The rules a published table was held to: those of its standard table that found nothing."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from disclosure.catalogue import standard_of
from disclosure.catalogue.table_rule import RuleText, rule_texts
from disclosure.sites.site import Site
from disclosure.table_rules.all import all_table_rules

Warned = frozenset[tuple[str, str]]  # file and code of what the check has warned of


def rules_passed(table: str, file: str, site: Site, warned: Warned) -> tuple[str, ...]:
    """Return the rules of a standard table as sentences, without those that `warned` of the file.

    A table that breaks a rule is not built at all, unless the rule only warns.
    """
    rules = enforced_rules(table, standard_of(site.facts.root))
    return tuple(rule.text for rule in rules if (file, rule.code) not in warned)


@lru_cache(maxsize=64)
def enforced_rules(table: str, standard: Path) -> tuple[RuleText, ...]:
    """Return the rules of one table that a module of ours enforces."""
    enforced = {rule.code.name for rule in all_table_rules()}
    return tuple(rule for rule in rule_texts(standard).get(table, ()) if rule.code in enforced)
