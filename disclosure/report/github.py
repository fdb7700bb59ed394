"""The report as workflow commands, which a hosted check shows as marks on the changed lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure.problem import Problem, Severity
from disclosure.report.plain import plain
from disclosure.report.verdict import advice, found


def write(problems: Sequence[Problem], *, checked: int) -> str:
    """Return one command a line; errors come first, since only the first few marks are shown."""
    errors_first = sorted(problems, key=lambda problem: problem.severity is not Severity.ERROR)
    verdict = found(problems, checked) + advice(problems)
    return "\n".join([*map(command, errors_first), verdict, ""])


def command(problem: Problem) -> str:
    """Return the workflow command of a problem."""
    properties = ",".join(f"{name}={escape(value)}" for name, value in place(problem))
    text = f"{plain(problem.message_zh)}。改法：{plain(problem.hint_zh)}".replace("%", "%25")
    return f"::{problem.severity.value} {properties}::{text}"


def place(problem: Problem) -> Iterator[tuple[str, str]]:
    """Yield the properties of a problem; rows of a table count as lines."""
    line = problem.line or problem.row
    if problem.file:
        yield "file", problem.file
    if line:
        yield "line", str(line)
    if line and problem.column:
        yield "col", str(problem.column)
    yield "title", f"{problem.severity.zh} {problem.code}"


def escape(value: str) -> str:
    """Return the value of a property: no percent sign, colon or comma of its own."""
    return plain(value).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
