"""The verdict of a check in words, and the place of a problem in words; shared by the formats."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from disclosure.problem import Problem, Severity


def count(problems: Iterable[Problem], severity: Severity) -> int:
    """Return how many problems have a severity."""
    return sum(problem.severity is severity for problem in problems)


def found(problems: Sequence[Problem], checked: int) -> str:
    """Return what was looked at and what was found, as one sentence."""
    errors, warnings = count(problems, Severity.ERROR), count(problems, Severity.WARNING)
    parts = [f"错误 {errors} 处"] if errors else []
    parts += [f"提示 {warnings} 处"] if warnings else []
    outcome = "发现" + "、".join(parts) if parts else "没有发现问题"
    if checked:
        return f"共检查 {checked} 条，{outcome}。"
    # Where nothing could be looked at, the problems say why.
    return f"{outcome}。" if parts else "没有可检查的内容。"


def advice(problems: Sequence[Problem]) -> str:
    """Return what follows from it, "" where nothing does."""
    if count(problems, Severity.ERROR):
        return "有错误的内容不能发布，请改正后重新检查。"
    return "没有错误，可以发布；提示请逐条核实。" if problems else ""


def place(problem: Problem) -> str:
    """Return where in its file a problem stands."""
    if problem.row:
        return f"表格第 {problem.row} 行"
    return f"第 {problem.line} 行" if problem.line else "整个文件"


def by_file(problems: Iterable[Problem]) -> dict[str, list[Problem]]:
    """Return the problems by file, both in the order in which they come."""
    files: dict[str, list[Problem]] = {}
    for problem in problems:
        files.setdefault(problem.file, []).append(problem)
    return files
