"""What a reader sees of clean HTML, as plain lines: marks leave no gap, blocks are lines.

The HTML comes out of nh3: names are lower case, attributes stand in double quotes, no comment is
left. So patterns will do, and a page costs microseconds.
"""

from __future__ import annotations

import re
from html import unescape

# Tags that stand within a line; of the others, cells share the line of their row.
MARKS = (
    "a|abbr|b|cite|code|del|dfn|em|i|img|ins|kbd|mark|q|rp|rt|ruby|s|samp|small|span|strong|sub"
    "|sup|time|u|var|wbr"
)
REST = r'(?:\s(?:[^<>"]|"[^"]*")*)?>'  # of a tag, behind its name
MARK = re.compile(f"</?(?:{MARKS}){REST}")
CELL = re.compile(f"</?t[dh]{REST}")
BLOCK = re.compile(f"</?[a-z0-9]+{REST}")
KEPT = re.compile(r"<pre\b.*?</pre>", re.DOTALL)  # where a line break of the source is one
# A line of the source that ends within a sentence: Chinese goes on without a blank.
WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60\u2014\u2018-\u201d\u2026"
FOLD = re.compile(f"(?<=[{WIDE}])[ \t]*\n[ \t]*(?=[{WIDE}])")
BREAK = "\0"  # no HTML holds it


def visible_lines(html: str) -> list[str]:
    """Return the lines of a page's text, blanks set right; empty ones are left out."""
    text = KEPT.sub(lambda match: match[0].replace("\n", "<br>"), html) if "<pre" in html else html
    text = FOLD.sub("", MARK.sub("", text)).replace("\n", " ")
    text = unescape(BLOCK.sub(BREAK, CELL.sub(" ", text)))
    return [line for part in text.split(BREAK) if (line := plain(part))]


def plain(text: str) -> str:
    """Return a text on one line, its blanks as single ones."""
    return " ".join(text.split())
