"""The report for programs: a JSON list with every part of every problem."""

from __future__ import annotations

import json
from collections.abc import Sequence

from disclosure.problem import Problem
from disclosure.report.plain import plain

TEXTS = ("code", "file", "field", "value", "message_zh", "message_en", "hint_zh", "hint_en", "doc")
NUMBERS = ("line", "column", "row")


def write(problems: Sequence[Problem], *, checked: int) -> str:
    """Return the list; `checked` is not part of it, so that no problem is the empty list."""
    items = [to_json(problem) for problem in problems]
    return json.dumps(items, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def to_json(problem: Problem) -> dict[str, str | int]:
    """Return one problem as the object `docs/formats.md` describes."""
    texts = {name: plain(getattr(problem, name)) for name in TEXTS}
    numbers = {name: int(getattr(problem, name)) for name in NUMBERS}
    return {**texts, **numbers, "severity": problem.severity.value}
