"""Tells what an import will write, cell by cell, before anybody agrees to it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from disclosure.dataset import FIRST_ROW
from disclosure.exchange.change import Change
from disclosure.exchange.plan import Plan
from disclosure.problem import Problem, clip

FEW = 20  # changes told one by one
SAMPLES = 3  # of each kind, where there are more


def tell_plan(plan: Plan, *, every: bool = False) -> Iterator[str]:
    """Yield what is read from where, what is left out, and what is changed."""
    intake = plan.intake
    yield f"工作表“{clip(plan.sheet)}”，按《{plan.table.title}》读出 {len(intake.rows)} 行。"
    for notice in (*plan.hidden, *intake.notices):
        yield f"注意：{clip(notice)}。"
    yield "各列对应："
    for letters, heading, title in plan.headings:
        yield f"  {letters} 列“{clip(heading)}” → {title}"
    for constant in intake.constants:
        yield f"  {constant.column.title} → {clip(constant.text)}（{constant.source}）"
    for title, said in plan.beside.items():
        yield f"  {title} → {clip(said.text)}（{said.place} 写明）"
    if intake.dropped:
        yield "不是分录、不写入的行："
        for row in intake.dropped:
            yield f"  第 {row.row} 行“{clip(row.text)}”：{row.why}"
    if not intake.changes:
        yield "各单元格照原样写入。"
    elif every or len(intake.changes) <= FEW:
        yield f"改动 {len(intake.changes)} 处："
        yield from map(tell_change, intake.changes)
    else:
        yield f"改动 {len(intake.changes)} 处，每种列 {SAMPLES} 处（加 --all 全部列出）："
        yield from tell_groups(intake.changes)


def tell_groups(changes: Sequence[Change]) -> Iterator[str]:
    """Yield the first changes of each kind, and how many there are."""
    groups: dict[tuple[str, str], list[Change]] = defaultdict(list)
    for change in changes:
        groups[change.title, change.why].append(change)
    for (title, why), group in groups.items():
        yield f"  {title}，{why}，{len(group)} 处"
        yield from (f"  {tell_change(change)}" for change in group[:SAMPLES])


def tell_change(change: Change) -> str:
    """Return one change in words."""
    written = f"{clip(change.before)} → {clip(change.after)}"
    return f"  {change.place} {change.title}：{written}（{change.why}）"


def with_excel_rows(problems: Sequence[Problem], plan: Plan) -> list[Problem]:
    """Return the problems of the written table with the Excel row each one comes from."""
    numbers = plan.intake.numbers
    return [
        replace(one, message_zh=f"Excel 第 {numbers[one.row - FIRST_ROW]} 行：{one.message_zh}")
        if one.file == plan.csv and FIRST_ROW <= one.row < len(numbers) + FIRST_ROW
        else one
        for one in problems
    ]
