"""Traditional characters and the simplified ones they are searched as, one for one."""

from __future__ import annotations

import re
from pathlib import Path

FILE = "folding.csv"


def load_folding() -> dict[int, str]:
    """Read the table as `str.translate` takes it, in the order of the traditional characters.

    Source: OpenCC's TSCharacters (Apache-2.0), the first of several simplified forms; pairs outside
    the basic plane are left out, as are characters that NFKC already replaces.
    """
    lines = Path(__file__).with_name(FILE).read_text("utf-8").splitlines()[1:]
    return {ord(traditional): simplified for traditional, _, simplified in map(split, lines)}


def split(line: str) -> tuple[str, str, str]:
    """Return the traditional character, the comma and the simplified one."""
    return line[0], line[1], line[2]


# Besides: which sigma a capital one becomes in lower case depends on its neighbours.
FOLDED = {**load_folding(), ord("ς"): "σ"}
FOLDS = re.compile(f"[{''.join(map(chr, sorted(FOLDED)))}]")
