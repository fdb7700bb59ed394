"""The script of search is made of its sources, anew byte for byte, and light."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

import pytest

from tests.node import find_node

THEME = Path(__file__).parents[2] / "theme"
SCRIPTS = THEME / "scripts"
MADE = THEME / "static" / "js" / "search.js"
LARGEST = 16_000  # bytes, compressed: the engine with what scores in lunr, and the page

HAS_TERSER = (SCRIPTS / "node_modules" / "terser").is_dir()


@pytest.mark.node
@pytest.mark.skipif(not HAS_TERSER, reason="no terser; run `sh tests/browser/prepare.sh`")
def test_it_is_what_its_sources_make(tmp_path: Path) -> None:
    node = find_node()
    assert node

    anew = tmp_path / "search.js"
    subprocess.run([node, str(SCRIPTS / "bundle.js"), str(anew)], check=True, timeout=60)

    assert anew.read_bytes() == MADE.read_bytes(), "run make scripts"


def test_every_source_has_its_place_in_the_order() -> None:
    order = (SCRIPTS / "bundle.js").read_text("utf-8")
    sources = sorted(source.stem for source in (SCRIPTS / "search").glob("*.js"))

    assert len(sources) > 10
    assert [name for name in sources if f'"{name}"' not in order] == []


def test_it_says_first_what_it_is_made_of() -> None:
    compiled, first, *_ = MADE.read_text("utf-8").splitlines()

    assert compiled == "//# allFunctionsCalledOnLoad"  # Chromium looks for it on the first line
    assert first.startswith("// Made of theme/scripts/search/*.js and of parts of lunr.js ")
    assert first.endswith(" by `make scripts`; do not edit.")


def test_it_is_light() -> None:
    assert len(gzip.compress(MADE.read_bytes(), 9)) <= LARGEST
