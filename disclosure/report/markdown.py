"""The report as the comment of a pull request: verdict, then per file what to type instead."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from disclosure.problem import Problem
from disclosure.report.plain import plain
from disclosure.report.verdict import advice, by_file, found, place

MAX_LENGTH = 60_000  # characters; platforms refuse comments of more than 65,536
MAX_NAME = 200
TABLE = "| 位置 | 级别 | 问题 | 改法 |\n|---|---|---|---|\n"
MARKUP = re.compile(r"[\\`*_\[\]|~$]")
# Platforms turn these into links and notices to people even when the sign itself is escaped.
MENTION = re.compile(r"@(?=\w)")
REFERENCE = re.compile(r"#(?=\d)")
ADDRESS = re.compile(r"(?<=[A-Za-z]):(?=//)|(?<=www)\.", re.IGNORECASE)


def write(problems: Sequence[Problem], *, checked: int) -> str:
    """Return the comment: bounded in length, cut between rows, and saying how many are left out."""
    verdict = f"**{found(problems, checked)}**\n"
    parts = [f"{verdict}\n{advice(problems)}\n" if problems else verdict]
    length, shown = len(parts[0]), 0
    for part, rows in blocks(problems):
        if length + len(part) > MAX_LENGTH:
            break
        parts.append(part)
        length, shown = length + len(part), shown + rows
    if shown < len(problems):
        parts.append(f"\n其余 {len(problems) - shown} 条未列出，改正以上各条后重新检查即可看到。\n")
    elif problems:
        parts.append("\n各类问题的说明见 docs/problems.md。\n")
    return "".join(parts)


def blocks(problems: Sequence[Problem]) -> Iterator[tuple[str, int]]:
    """Yield pieces that may be cut after, and how many problems each shows.

    The head of a file's table comes with its first row, so no table is left without one.
    """
    for file, some in by_file(problems).items():
        head = f"\n**{escape(file[:MAX_NAME]) or '命令'}**\n\n{TABLE}"
        for problem in some:
            yield head + row(problem), 1
            head = ""


def row(problem: Problem) -> str:
    """Return the table row of a problem."""
    cells = (
        place(problem) if problem.file else "—",
        problem.severity.zh,
        f"{escape(problem.message_zh)}（`{problem.code}`）",
        escape(problem.hint_zh),
    )
    return f"| {' | '.join(cells)} |\n"


def escape(text: str) -> str:
    """Return `text` as it will be read: no markup, HTML, links or mentions in it take effect."""
    text = MENTION.sub("＠", plain(text))
    text = REFERENCE.sub("＃", text)
    text = text.replace("&", "&amp;")
    text = MARKUP.sub(r"\\\g<0>", text)
    text = ADDRESS.sub(lambda sign: f"&#{ord(sign[0])};", text)
    return text.replace("<", "&lt;").replace(">", "&gt;")
