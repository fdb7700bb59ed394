"""The small tree, one division on each level, built whole and compared byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.sites.trees import build, content_of, copy_small

GOLDEN = Path(__file__).parents[1] / "golden"


def test_small_tree_is_built_as_it_was(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    output = tmp_path / "output"
    built = build(copy_small(tmp_path), output)  # outside git: no history, wherever the tests run
    shutil.rmtree(output / "theme")

    if request.config.getoption("--update-golden"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        shutil.copytree(output, GOLDEN)

    assert built.problems == ()
    assert content_of(output) == content_of(GOLDEN)
