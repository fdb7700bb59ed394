"""Everything that can be wrong is a value: a declared code, a place and words in two languages."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum

from msgspec import Struct

MAX_VALUE = 80  # characters of a found value that a report repeats
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


class Severity(Enum):
    """error = must not be published; warning = a fact of the past, a guess, an unread source."""

    ERROR = "error"
    WARNING = "warning"

    @property
    def zh(self) -> str:
        return {"error": "错误", "warning": "提示"}[self.value]


class Problem(Struct, frozen=True):
    """One finding. `line`, `column` count from 1 (0 = the whole file); `row` is the Excel row."""

    code: str
    severity: Severity
    file: str
    line: int
    column: int
    row: int
    field: str
    value: str
    message_zh: str
    message_en: str
    hint_zh: str
    hint_en: str

    @property
    def doc(self) -> str:
        """Anchor of the code in the reference of problems."""
        return f"docs/problems.md#{self.code}"

    @property
    def place(self) -> tuple[str, int, int, int, str, str, str]:
        """Sort key: by file, then down the page, then by what is said."""
        return (
            self.file,
            self.line or self.row,
            self.row,
            self.column,
            self.code,
            self.field,
            self.value,
        )


class Code(Struct, frozen=True):
    """The declaration of a kind of problem; templates take `{value}`, `{line}` and named parts."""

    name: str
    zh: str
    en: str
    hint_zh: str
    hint_en: str
    severity: Severity = Severity.ERROR

    def at(
        self,
        file: str,
        line: int = 0,
        field: str = "",
        *,
        column: int = 0,
        row: int = 0,
        value: str = "",
        severity: Severity | None = None,
        **parts: object,
    ) -> Problem:
        """Return the problem at a place; `parts` fill the templates beside `value` and `field`."""
        value = clip(value)
        words = {
            name: clip(part) if isinstance(part, str) else part for name, part in parts.items()
        }
        fill = {"file": file, "line": line, "row": row, "field": field, "value": value, **words}
        return Problem(
            code=self.name,
            severity=severity or self.severity,
            file=file,
            line=line,
            column=column,
            row=row,
            field=field,
            value=value,
            message_zh=self.zh.format(**fill),
            message_en=self.en.format(**fill),
            hint_zh=self.hint_zh.format(**fill),
            hint_en=self.hint_en.format(**fill),
        )


class DisclosureError(Exception):
    """Raised by loaders that cannot go on; carries all the problems found so far."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message_en for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type[DisclosureError], tuple[Problem, ...]]:
        """Travel from a worker process with the problems, not with their text."""
        return type(self), self.problems


def clip(text: str) -> str:
    """Return `text` fit for one line of a report: no control characters, a bounded length."""
    text = CONTROL.sub(" ", text)
    return text if len(text) <= MAX_VALUE else text[: MAX_VALUE - 1] + "…"


def in_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems by file and line, each once."""
    return tuple(sorted(set(problems), key=lambda problem: problem.place))
