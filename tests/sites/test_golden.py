"""The small tree, one division on each level, built whole and compared byte for byte."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.sites.trees import SMALL, build, content_of

GOLDEN = Path(__file__).parents[1] / "golden"


def test_small_tree_is_built_as_it_was(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    built = build(SMALL, tmp_path)
    shutil.rmtree(tmp_path / "theme")

    if request.config.getoption("--update-golden"):
        shutil.rmtree(GOLDEN, ignore_errors=True)
        shutil.copytree(tmp_path, GOLDEN)

    assert built.problems == ()
    assert content_of(tmp_path) == content_of(GOLDEN)
