"""Shows a text in a report with every personal number in it hidden."""

from __future__ import annotations

from disclosure.personal.scan import has_long_number, scan


def hide_numbers(text: str) -> str:
    """Return `text` with each personal number masked; everything else stays as it is."""
    if not has_long_number(text):
        return text
    shown, end = [], 0
    for finding in scan(text):
        shown += [text[end : finding.start], finding.masked]
        end = finding.end
    return "".join([*shown, text[end:]])
