"""A village point reads bundles with zstandard, values made by msgspec, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.test_layers import imports_of

PACKAGE = Path(__file__).parents[2] / "disclosure" / "bundle"
FOREIGN = {"zstandard", "_cffi_backend", "cffi", "msgspec", "typing_extensions"}
READERS = sorted(path.stem for path in PACKAGE.glob("*.py") if path.stem != "__init__")
LOADED = """
import importlib, sys
before = set(sys.modules)
for name in {names}:
    importlib.import_module("disclosure.bundle." + name)
print(*sorted({{name.partition(".")[0] for name in set(sys.modules) - before}}
              - set(sys.stdlib_module_names)))
print(*sorted(name for name in sys.modules if name.startswith("disclosure.")))
"""


@pytest.mark.parametrize("name", READERS)
def test_a_reader_imports_nothing_that_makes_bundles(name: str) -> None:
    used = list(imports_of(f"disclosure/bundle/{name}.py"))

    assert not [one for one in used if one.startswith("disclosure.bundle.making")]


def test_readers_load_zstandard_and_values_alone() -> None:
    script = LOADED.format(names=READERS)
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True,
        cwd=PACKAGE.parents[1],
    )  # fmt: skip

    foreign, own = done.stdout.splitlines()
    assert set(foreign.split()) <= {"disclosure", *FOREIGN}
    outside = {name for name in own.split() if not name.startswith("disclosure.bundle")}
    assert outside == {"disclosure.problem"}
