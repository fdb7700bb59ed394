"""Writes problems for a reader: one module a format, each with `write(problems, *, checked)`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module

from msgspec.structs import replace

from disclosure.personal.hide import hide_numbers
from disclosure.personal.scan import has_long_number
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
    return writer([hidden(problem) for problem in problems], checked=checked)


def hidden(problem: Problem) -> Problem:
    """Return a problem that shows no personal number, though the file may be named by one."""
    if not has_long_number(problem.file):
        return problem
    return replace(
        problem,
        file=hide_numbers(problem.file),
        value=hide_numbers(problem.value),
        message_zh=hide_numbers(problem.message_zh),
        message_en=hide_numbers(problem.message_en),
        hint_zh=hide_numbers(problem.hint_zh),
        hint_en=hide_numbers(problem.hint_en),
    )
