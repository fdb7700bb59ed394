"""The script of search is made of its sources, anew byte for byte, and light."""

from __future__ import annotations

import gzip
import subprocess
from pathlib import Path

import pytest

from disclosure.search.tokens import NEWER, PAIRED, WORDED
from tests.node import find_node

THEME = Path(__file__).parents[2] / "theme"
SCRIPTS = THEME / "scripts"
MADE = THEME / "static" / "js" / "search.js"
FOLDING = THEME / "static" / "js" / "folding.js"
CODE_MOST = 16_000  # bytes, gz: with what scores in lunr, and the page
DATA_MOST = 12_000

has_terser = (SCRIPTS / "node_modules" / "terser").is_dir()


def weight(data: bytes) -> int:
    return len(gzip.compress(data, 9))


@pytest.mark.node
@pytest.mark.skipif(not has_terser, reason="no terser; run `sh tests/browser/prepare.sh`")
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
    first = MADE.read_text("utf-8").splitlines()[0]

    assert first.startswith("// Made of theme/scripts/search/*.js and of parts of lunr.js ")
    assert first.endswith(" by `make scripts`; do not edit.")


def test_code_with_lunr_is_light() -> None:
    assert weight(MADE.read_bytes()) <= CODE_MOST


def test_data_of_characters_is_light() -> None:
    ranges = f"{PAIRED}{WORDED}{NEWER}".encode()

    assert weight(FOLDING.read_bytes() + ranges) <= DATA_MOST
