"""Explains the usual slips of people who type front matter by hand or paste it from Word."""

from __future__ import annotations

from disclosure.problem import Problem


def explain(text: str, file: str, first_line: int) -> list[Problem]:
    """Return the slips in the lines of a front matter."""
    return []
