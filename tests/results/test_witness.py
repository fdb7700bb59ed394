"""What a rule learns outside its folder is noted, or old results would be believed."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from msgspec.structs import replace

from disclosure.rules.witness import Witness
from tests.rules.verbs import SMALL, VILLAGE, small_facts
from tests.test_layers import python_files, tree_of

# Who may ask for the root: for what lies in the folder itself, or noting what they look up.
OWN_FOLDER = {"examined_in", "sightings_in"}
MAY_ASK = {
    "disclosure/rules/creation.py",  # writes, and is no rule
    "disclosure/rules/facts.py",
    "disclosure/rules/check.py",
    "disclosure/rules/selection.py",
    "disclosure/rules/sheets.py",
}
RULES = [
    file
    for file in python_files("disclosure/rules", "disclosure/table_rules", "disclosure/deadline")
    if file not in MAY_ASK
]


@pytest.mark.parametrize("file", RULES)
def test_rules_look_outside_through_their_facts_alone(file: str) -> None:
    tree = tree_of(file)

    allowed = {
        id(argument)
        for call in ast.walk(tree)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Name)
        and call.func.id in OWN_FOLDER
        for argument in call.args
    }
    asked = [
        f"{node.value.id}.root"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr == "root"
        and isinstance(node.value, ast.Name)
        and id(node) not in allowed
    ]

    assert asked == [], "ask facts.is_file, or let Facts note it in its Witness"


def test_files_sought_elsewhere_are_noted_found_or_not() -> None:
    witness = Witness()
    facts = replace(small_facts(), root=SMALL, witness=witness)
    division = facts.register.resolve("990101100")

    assert facts.is_file(division, "articles/canal-repaired.md")
    assert not facts.is_file(division, "articles/nowhere.md")

    assert witness.files == {
        f"{division.folder}/articles/canal-repaired.md": True,
        f"{division.folder}/articles/nowhere.md": False,
    }


def test_without_a_witness_nothing_is_noted(tmp_path: Path) -> None:
    facts = replace(small_facts(), root=tmp_path)

    assert not facts.is_file(facts.register.resolve(VILLAGE), "articles/a.md")
