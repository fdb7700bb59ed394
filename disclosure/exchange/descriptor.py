"""Fills the descriptor of a new package with what is known; the rest stays a labelled blank."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping

BLANK = re.compile(r"(?P<indent> *)(?P<key>[a-z_]+):(?:\s+#.*)?")
AUTHOR = "# author:"
# What is safe without quotes: it begins with a letter and holds no sign of YAML.
SAFE = re.compile(r"[A-Za-z\u4e00-\u9fff《（][\w\u4e00-\u9fff（）《》〔〕、，。· -]*(?<! )")
DAY = re.compile(r"20[0-9]{2}(-[0-9]{2}(-[0-9]{2}( [0-9]{2}:[0-9]{2})?)?|-[QHW][0-9]{1,2})?")
WORDS = frozenset(("yes", "no", "true", "false", "null", "on", "off", "y", "n"))


def fill_descriptor(text: str, values: Mapping[str, str]) -> str:
    """Return a blank descriptor with some keys filled, `review.by` for one inside another."""
    return "\n".join(fill_lines(text.split("\n"), values))


def fill_lines(lines: list[str], values: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines; a key is filled where it is blank and a value is known."""
    above = ""
    for line in lines:
        if line.startswith(AUTHOR) and values.get("author"):
            yield f"author: {quoted(values['author'])}"
            continue
        found = BLANK.fullmatch(line)
        if found is None:
            yield line
            continue
        if not found["indent"]:
            above = found["key"]
        name = f"{above}.{found['key']}" if found["indent"] else found["key"]
        value = values.get(name, "")
        yield f"{found['indent']}{found['key']}: {quoted(value)}" if value else line


def quoted(text: str) -> str:
    """Return a text as a YAML value; what might be read as anything else is quoted."""
    if DAY.fullmatch(text) or (SAFE.fullmatch(text) and text.lower() not in WORDS):
        return text
    return json.dumps(text, ensure_ascii=False)
