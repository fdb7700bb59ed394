"""Text as XML holds it.

The standard library's own way brings a whole web client along: a twentieth of the program's start.
"""

from __future__ import annotations


def escape(text: str) -> str:
    """Return a text as it stands between tags."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def quoted(text: str) -> str:
    """Return a text as the value of an attribute, with its quotes; ends of lines are kept."""
    value = escape(text)
    for sign, name in (("\n", "&#10;"), ("\r", "&#13;"), ("\t", "&#9;")):
        value = value.replace(sign, name)
    if '"' in value and "'" not in value:
        return f"'{value}'"
    return '"' + value.replace('"', "&quot;") + '"'
