"""date-not-real: a day that the calendar does not have, or a time that the clock does not show."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.entry.loose import LooseDay, read_loose_day
from disclosure.entry.misfit import Reason
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.gate import is_unfit
from disclosure.rules.rule import rule

CODE = Code(
    "date-not-real",
    zh="{title}（{field}）写作“{value}”，没有这个日期或时刻：{reason_zh}",
    en="{field} is {value!r}, which does not exist: {reason_en}",
    hint_zh="请核对原件后改正，写法如 {example}",
    hint_en="check the original; written such as {example}",
)


@rule(CODE, gate=is_unfit)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield each day, moment or daily period that cannot be."""
    for misfit in entry.header.misfits:
        if misfit.reason is not Reason.NOT_REAL or misfit.key is None:
            continue
        day = read_loose_day(misfit.given.text)
        if day:
            reason_zh, reason_en = explain(day)
            yield CODE.at(
                entry.file,
                misfit.line,
                misfit.path,
                value=misfit.given.text,
                title=misfit.key.title,
                reason_zh=reason_zh,
                reason_en=reason_en,
                example="2026-10-12 09:00" if misfit.key.type.value == "moment" else "2026-10-12",
            )


def explain(day: LooseDay) -> tuple[str, str]:
    """Return why there is no such day or time, in both languages."""
    if not 1900 <= day.year <= 2199:
        return f"年份应在1900年至2199年之间，不是{day.year}", f"the year {day.year}"
    if not 1 <= day.month <= 12:
        return f"一年只有12个月，没有{day.month}月", f"there is no month {day.month}"
    days = monthrange(day.year, day.month)[1]
    if not 1 <= day.day <= days:
        return (
            f"{day.year}年{day.month}月只有{days}天，没有{day.day}日",
            f"month {day.year}-{day.month:02} has {days} days",
        )
    return "时刻应在00:00至23:59之间", "times run from 00:00 to 23:59"
