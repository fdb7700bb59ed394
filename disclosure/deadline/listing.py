"""Lists what a division still owes: as text for a clerk, as JSON for a program."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from disclosure.deadline.context import Context
from disclosure.deadline.duties import Due, due_list
from disclosure.deadline.presence import BY_THE_DAY, presences
from disclosure.deadline.state import COVERED, State
from disclosure.deadline.words import skipped_zh
from disclosure.division import Division
from disclosure.entry import read_folder
from disclosure.workdays import Workdays

ORDER = (State.OVERDUE, State.NOT_DUE, State.NOT_COMPUTABLE)


def open_duties(root: Path, division: Division, until: date, context: Context) -> list[Due]:
    """Return the periodic duties of a division due by `until` that are not fulfilled yet."""
    folder = read_folder(root, division, context.catalogue.keys)
    published = presences(folder.entries, context.catalogue)
    duties = due_list(division, until, published, context)
    return [due for due in duties if due.state not in COVERED]


def write_text(duties: Sequence[Due], division: Division, until: date, workdays: Workdays) -> str:
    """Return the list by state, what is overdue first; daily and weekly periods take one line."""
    head = f"{division.name}（{division.code}）截至 {until} 应公开而未公开的定期事项"
    lines = [head]
    for state in ORDER:
        some = [due for due in duties if due.state is state]
        if some:
            lines += ["", f"{state.zh} {len(some)} 期"]
            lines += [line for run in runs(some) for line in words(run, workdays)]
    if not duties:
        lines += ["", "没有。"]
    return "\n".join([*lines, ""])


def runs(duties: Iterable[Due]) -> Iterator[list[Due]]:
    """Yield each duty alone, those recurring daily or weekly together, by the first due day."""
    by_day = [due for due in duties if due.category.rhythm in BY_THE_DAY]
    alone = [[due] for due in duties if due.category.rhythm not in BY_THE_DAY]
    by_day.sort(key=lambda due: due.category.code)
    together = [list(same) for _, same in groupby(by_day, key=lambda due: due.category.code)]
    yield from sorted([*alone, *together], key=lambda run: (day_of(run[0]), run[0].category.code))


def words(run: list[Due], workdays: Workdays) -> Iterator[str]:
    """Yield the lines about duties of one category: due day, what, for when, how reckoned."""
    first, last = run[0], run[-1]
    period = f"{first.period}" if len(run) == 1 else f"{first.period} 至 {last.period}"
    count = "" if len(run) == 1 else f"，共 {len(run)} 期"
    day = f"{first.due}" if first.due else "无法推算  "
    yield f"  {day}  {first.category.code} {first.category.name}（{period}{count}）"
    if first.reckoning:
        rest = skipped_zh(first.reckoning.skipped(workdays))
        missing = first.reckoning.missing_year(workdays)
        note = f"，已扣除或顺延休息日 {rest}" if rest else ""
        note = f"，缺少 {missing} 年的放假安排" if missing else note
        yield f"              {first.reckoning.rule_zh}{note}"


def write_json(duties: Iterable[Due], workdays: Workdays) -> str:
    """Return the list as JSON; `due` is null where it cannot be computed."""
    items = [to_json(due, workdays) for due in duties]
    return json.dumps(items, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def to_json(due: Due, workdays: Workdays) -> dict[str, str | list[str] | None]:
    """Return one duty; days are ISO, `rest_days` did not count or moved the end."""
    reckoning = due.reckoning
    return {
        "category": due.category.code,
        "name": due.category.name,
        "period": str(due.period) if due.period else None,
        "due": str(due.due) if due.due else None,
        "state": due.state.value,
        "start": str(reckoning.start) if reckoning else None,
        "rule_zh": reckoning.rule_zh if reckoning else "",
        "rule_en": reckoning.rule_en if reckoning else "",
        "rest_days": [str(day) for day in reckoning.skipped(workdays)] if reckoning else [],
    }


def day_of(due: Due) -> date:
    """Return the day a duty is sorted by."""
    return due.due or (due.reckoning.nominal if due.reckoning else date.min)
