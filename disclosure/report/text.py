"""The report for a terminal: by file, what was found on which line and what to type instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure.problem import Problem
from disclosure.report.plain import plain
from disclosure.report.verdict import advice, by_file, found, place

MAX_SHOWN = 20  # of one file: whoever has more to correct begins with these


def write(problems: Sequence[Problem], *, checked: int) -> str:
    """Return the report; the verdict stands last, where a terminal leaves the eye."""
    lines = [
        line for file, some in by_file(problems).items() for line in (*section(file, some), "")
    ]
    verdict = found(problems, checked) + advice(problems)
    return "\n".join([*lines, verdict, ""])


def section(file: str, problems: Sequence[Problem]) -> Iterator[str]:
    """Yield the lines about one file; a problem of no file is one of the command typed."""
    yield plain(file) or "命令"
    for problem in problems[:MAX_SHOWN]:
        where = f"{place(problem)}，" if file else ""
        what = plain(problem.message_zh)
        yield f"  {where}{problem.severity.zh}：{what} [{problem.code}]"
        yield f"      改法：{plain(problem.hint_zh)}"
    if len(problems) > MAX_SHOWN:
        more = len(problems) - MAX_SHOWN
        yield f"  另有 {more} 处未列出，改正以上各处后再检查；要看全部，加 --format json"
