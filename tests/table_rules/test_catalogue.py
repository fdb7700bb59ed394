"""Every rule of `catalogue/table_rules.csv` is enforced, or says what it waits for."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import pytest

from disclosure.catalogue import PRODUCT
from disclosure.rows import Row, read_rows
from disclosure.rules.reference import declared_codes
from disclosure.table_rules.all import all_table_rules

FILE = "catalogue/table_rules.csv"
COLUMNS = ("rule_id", "code", "table", "severity", "status")
RULES = {row["code"]: row for row in read_rows(PRODUCT / FILE, FILE, COLUMNS)}
BUILT = {rule.code.name: rule for rule in all_table_rules()}

# What another part of the domain sees to, by the code it raises there or by the file that keeps it.
ELSEWHERE = {
    "assistance-takedown": "disclosure/deadline/retention.py",
    "ballot-majority-wording": "disclosure/table_rules/ballots.py",
    "bank-card": "bank-card",
    "cell-text-clean": "table-row-wrong",
    "contract-counterparty-masked": "name-unmasked",
    "date-format": "table-row-wrong",
    "debt-party-masked": "name-unmasked",
    "key-unique": "key-unique",
    "mobile-number": "mobile-number",
    "money-exact": "disclosure/dataset/cells.py",
    "money-format": "table-row-wrong",
    "name-unmasked": "name-unmasked",
    "period-contiguous": "period-gap",
    "power-type-known": "table-row-wrong",
    "resident-id": "resident-id",
    "resident-id-old": "resident-id-old",
    "roster-control-total": "roster-control-total",
    "roster-sensitive-content": "health-detail",
}


@pytest.mark.parametrize("row", RULES.values(), ids=RULES)
def test_every_rule_is_enforced_or_waits(row: Row) -> None:
    is_waiting = row["status"].startswith("not-checkable-yet")

    places = [row["code"] in BUILT, row["code"] in ELSEWHERE, is_waiting]

    assert places.count(True) == 1


def test_what_is_seen_to_elsewhere_is_there() -> None:
    codes = {code.name for _, code in declared_codes()}

    missing = [
        place for place in ELSEWHERE.values() if place not in codes and not Path(place).is_file()
    ]

    assert missing == []
    assert ELSEWHERE.keys() <= RULES.keys()


@pytest.mark.parametrize("rule", BUILT.values(), ids=BUILT)
def test_a_rule_is_what_the_catalogue_says(rule: object) -> None:
    name, table = rule.code.name, rule.table  # type: ignore[attr-defined]
    module = import_module(f"disclosure.table_rules.{name.replace('-', '_')}")

    assert (RULES[name]["table"], RULES[name]["severity"]) == (
        table,
        rule.code.severity.value,  # type: ignore[attr-defined]
    )
    assert (module.__doc__ or "").startswith(f"{name}: ")
