"""The rules of standard tables in words, as `catalogue/table_rules.csv` tells them to a reader."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from disclosure.rows import read_rows

FILE = "catalogue/table_rules.csv"
COLUMNS = ("rule_id", "code", "table", "rule_zh", "severity", "status")
ANY = "*"  # the table of a rule that holds for all
CHECKABLE = "checkable"


class RuleText(Struct, frozen=True):
    """One rule: its code, and what it demands as a sentence."""

    code: str
    text: str


@lru_cache(maxsize=4)
def rule_texts(standard: Path) -> Mapping[str, tuple[RuleText, ...]]:
    """Return the rules that are checked, by table in the order of the file; "*" are those of all.

    Read when a page first needs them: checking itself never does.
    """
    found: dict[str, list[RuleText]] = {}
    for row in read_rows(standard / FILE, FILE, COLUMNS):
        if row["status"] == CHECKABLE:
            found.setdefault(row["table"], []).append(RuleText(row["code"], row["rule_zh"]))
    return {table: tuple(rules) for table, rules in found.items()}
