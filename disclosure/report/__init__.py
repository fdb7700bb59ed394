"""Writes problems for a reader: one module a format, each with `write(problems, *, checked)`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from disclosure.problem import Problem

FORMATS = ("text", "json", "sarif", "junit", "github", "markdown")


def write(format_: str, problems: Sequence[Problem], *, checked: int) -> str:
    """Return the report in a format of `FORMATS`; `checked` counts the publications looked at.

    Only the module of that format is imported. The report ends in one newline and can always be
    encoded as UTF-8.
    """
    if format_ not in FORMATS:
        raise ValueError(format_)
    module = import_module(f"disclosure.report.{format_}")
    writer: Callable[..., str] = module.write
    return writer(problems, checked=checked)
