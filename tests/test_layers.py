"""The import direction and the other promises of layout, read from the syntax trees."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MAX_LINES = 300
SHORT = ("annual_report", "checking", "editing", "owing", "standard", "starting")

# What each package of the domain may import from the others, from the bottom up. A package that is
# not listed here fails the test: give it its place.
BOTTOM = {
    "problem", "product", "refusal", "regular", "cycles", "sealed", "alone", "xml_text", "once",
    "whole", "leftovers",
}  # fmt: skip
TEXT = BOTTOM | {"given", "strict_yaml", "marked", "rows", "period", "personal", "attachment"}
PLACES = TEXT | {"workdays", "division"}
CATALOGUE = PLACES | {"catalogue"}
DATASET = CATALOGUE | {"dataset"}
CONTENT = DATASET | {"entry", "history"}
RECKONING = CONTENT | {"deadline", "coverage"}
RULES = RECKONING | {"table_rules", "rules"}
ALLOWED = {
    "problem": set(),
    "product": set(),
    "refusal": set(),
    "regular": set(),
    "cycles": set(),
    "sealed": set(),
    "alone": {"problem"},
    "xml_text": set(),
    "once": set(),
    "whole": set(),
    "leftovers": set(),
    "given": set(),
    "plain": {"given"},
    "strict_yaml": BOTTOM | {"given", "plain", "personal"},
    "marked": BOTTOM | {"given", "plain", "strict_yaml"},
    "rows": BOTTOM,
    "period": BOTTOM,
    "personal": BOTTOM,
    "attachment": BOTTOM,
    "workbook": BOTTOM | {"attachment"},
    "report": BOTTOM | {"personal"},
    "workdays": TEXT,
    "division": TEXT,
    "catalogue": PLACES,
    "dataset": CATALOGUE,
    "history": DATASET,
    "entry": DATASET | {"plain"},
    "deadline": CONTENT,
    "coverage": CONTENT | {"deadline"},
    "table_rules": RECKONING,
    "rules": RECKONING | {"table_rules"},
    "published": RULES,
    "kept": RULES,
    "results": RULES | {"kept"},
    "exchange": RULES | {"workbook"},
    "opendata": RULES | {"workbook"},
    "charts": RULES,
    "search": RULES,
    "sites": RULES | {"charts", "opendata", "search", "kept", "bundle"},
    "annual_report": RULES,
    "starting": RULES,
    "bundle": BOTTOM,
    "trust": BOTTOM | {"bundle"},
    "mirror": BOTTOM | {"bundle", "trust"},
}
FOREIGN = {"pelican", "click", "jinja2", "markdown", "nh3"}
# The modules that may import what others must not.
MAY_IMPORT = {
    "pelican": {"disclosure/sites/lean.py"},
    "yaml": {"disclosure/strict_yaml.py"},
    "pypdf": {"disclosure/attachment/pdf.py"},
}
CLOCK = {
    ("datetime", "now"),
    ("datetime", "today"),
    ("datetime", "utcnow"),
    ("date", "today"),
    ("time", "time"),
    ("os", "environ"),
    ("os", "getenv"),
}


def python_files(*folders: str) -> list[str]:
    """Return the Python files below some folders, relative to the root."""
    found = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


DOMAIN = python_files("disclosure")
PROGRAMS = {"disclosure/mirror/__main__.py"}


def tree_of(file: str) -> ast.Module:
    return ast.parse((ROOT / file).read_text("utf-8"), file)


def imports_of(file: str) -> Iterator[str]:
    """Yield the dotted names a file imports, wherever the statement stands."""
    for node in ast.walk(tree_of(file)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{file}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def package_of(name: str) -> str | None:
    """Return the package of the domain a dotted name belongs to."""
    parts = name.split(".")
    return parts[1] if parts[0] == "disclosure" and len(parts) > 1 else None


def test_the_files_are_found() -> None:
    assert "disclosure/problem.py" in DOMAIN
    assert "disclosure/rules/all.py" in DOMAIN


@pytest.mark.parametrize("file", DOMAIN)
def test_imports_run_in_one_direction(file: str) -> None:
    own = file.split("/")[1].removesuffix(".py")
    if own == "__init__":
        return

    used = {package for name in imports_of(file) if (package := package_of(name))}

    assert own in ALLOWED, "a new package: give it its place in ALLOWED"
    assert used - {own} <= ALLOWED[own]


@pytest.mark.parametrize("file", DOMAIN)
def test_the_domain_knows_no_framework(file: str) -> None:
    used = {name.split(".")[0] for name in imports_of(file)}

    forbidden = {
        name
        for name in used
        if (name in FOREIGN or name in MAY_IMPORT) and file not in MAY_IMPORT.get(name, ())
    }

    assert forbidden == set()


def test_frictionless_is_imported_by_one_module() -> None:
    users = [
        file
        for file in python_files("disclosure", "plugins")
        if any(name.split(".")[0] == "frictionless" for name in imports_of(file))
    ]

    assert len(users) <= 1


@pytest.mark.parametrize("file", [file for file in DOMAIN if file not in PROGRAMS])
def test_the_domain_prints_nothing_and_reads_no_clock_and_no_environment(file: str) -> None:
    tree = tree_of(file)

    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    printed = [call for call in calls if isinstance(call, ast.Name) and call.id == "print"]
    read = [
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and (node.value.id, node.attr) in CLOCK
    ]
    imported = [name for name in imports_of(file) if tuple(name.split(".")) in CLOCK]

    assert (printed, read, imported) == ([], [], [])


@pytest.mark.parametrize("file", python_files("plugins"))
def test_a_plugin_imports_no_other_plugin(file: str) -> None:
    own = file.split("/")[1]

    others = {
        name.split(".")[0]
        for name in imports_of(file)
        if name.startswith("disclosure_") and name.split(".")[0] != own
    }

    assert others == set()


@pytest.mark.parametrize("file", python_files("plugins"))
def test_a_plugin_does_not_use_the_commands(file: str) -> None:
    used = {name.split(".")[0] for name in imports_of(file)}

    assert used.isdisjoint({"click", "commands", "tasks"})


@pytest.mark.parametrize("file", [*python_files("disclosure", "plugins", "commands"), "tasks.py"])
def test_no_module_is_long(file: str) -> None:
    lines = (ROOT / file).read_text("utf-8").count("\n")

    assert lines <= MAX_LINES, "it holds two concepts: split it by concept"


@pytest.mark.parametrize("file", [*python_files("disclosure", "plugins", "commands"), "tasks.py"])
def test_module_opens_with_a_sentence(file: str) -> None:
    docstring = ast.get_docstring(tree_of(file))

    assert docstring
    assert docstring.split("\n\n")[0].rstrip().endswith((".", "。", ";", "`"))


@pytest.mark.parametrize("file", [*(f"commands/{name}.py" for name in SHORT), "tasks.py"])
def test_every_command_is_short(file: str) -> None:
    functions = [node for node in tree_of(file).body if isinstance(node, ast.FunctionDef)]
    lengths = {
        function.name: sum(
            (statement.end_lineno or 0) - statement.lineno + 1
            for statement in function.body
            if not (isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant))
        )
        for function in functions
    }

    assert {name: length for name, length in lengths.items() if length > 20} == {}
