"""Slips in the value of a typed key: dates as people write them, full-width signs, quotes."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.catalogue import Key, KeyType
from disclosure.entry.loose import LooseDay, plain_of, read_loose_day, read_loose_period
from disclosure.entry.misfit import FITS, Misfit, Reason
from disclosure.entry.slips.slip import Slip
from disclosure.marked import Given
from disclosure.problem import Code

DATE_FORM = Code(
    "date-form",
    zh="{title}（{field}）写作“{value}”，不是规定的写法",
    en="{field} is {value!r}, which is not the agreed form",
    hint_zh="改为 {meant}",
    hint_en="write {meant}",
)
TIME_MISSING = Code(
    "time-missing",
    zh="{title}（{field}）只写了日期“{value}”，缺少时刻",
    en="{field} is the day {value} without a time",
    hint_zh="补上发布的时刻，如 {meant}",
    hint_en="add the time, such as {meant}",
)
FULL_WIDTH_DIGITS = Code(
    "full-width-digits",
    zh="{title}（{field}）写作“{value}”，用了全角数字、字母或符号",
    en="{field} is {value!r}, with full-width digits, letters or signs",
    hint_zh="改为 {meant}",
    hint_en="write {meant}",
)
WORD_QUOTES = Code(
    "word-quotes",
    zh="{title}（{field}）的值 {value} 带有中文引号",
    en="the value {value!r} of {field} stands in typographic quotes",
    hint_zh="去掉引号，改为 {meant}",
    hint_en="drop the quotes: {meant}",
)
TYPED = (KeyType.DAY, KeyType.MOMENT, KeyType.PERIOD, KeyType.CATEGORY, KeyType.NUMBER)
SAMPLE_TIME = "09:00"


def mend_values(text: str, first_line: int, misfits: Iterable[Misfit]) -> tuple[str, list[Slip]]:
    """Return a front matter whose typed values have the agreed form, and the slips.

    A value is replaced where it stands on one line just as it was read; otherwise it is only named.
    """
    lines = text.split("\n")
    slips: list[Slip] = []
    # From the right end of a line to the left, so that columns stay true.
    for misfit in sorted(misfits, key=lambda one: (one.given.line, -one.given.column)):
        if misfit.key is None or misfit.key.type not in TYPED or not misfit.given.is_text:
            continue
        found = mend_value(misfit, misfit.key)
        if found is None:
            continue
        slip, value = found
        slips.append(slip)
        index = misfit.given.line - first_line
        lines[index] = replace_value(lines[index], misfit.given, value)
    return "\n".join(lines), slips


def mend_value(misfit: Misfit, key: Key) -> tuple[Slip, str] | None:
    """Return the slip of a value and the value as meant, or None where it is no slip we know."""
    given = misfit.given
    name = misfit.path.rpartition(".")[2]

    def slip(code: Code, value: str, meant: str = "") -> tuple[Slip, str]:
        line = f"{name}: {meant or value}"
        return Slip(code, misfit.line, misfit.path, key.title, given.text, line), value

    if misfit.reason is Reason.NO_TIME:
        return slip(TIME_MISSING, given.text, f"{given.text} {SAMPLE_TIME}")
    if misfit.reason is not Reason.WRONG_TYPE:
        return None
    plain = plain_of(given.text)
    if does_fit(plain, key) and plain != given.text:
        has_quotes = given.text.strip()[:1] in "“”‘’「」『』\"'"
        return slip(WORD_QUOTES if has_quotes else FULL_WIDTH_DIGITS, plain)
    if key.type is KeyType.PERIOD:
        period = read_loose_period(given.text)
        return slip(DATE_FORM, period) if period and does_fit(period, key) else None
    if key.type not in (KeyType.DAY, KeyType.MOMENT):
        return None
    day = read_loose_day(given.text)
    if day is None or not day.is_real:
        return None
    value, example = forms_of(day, key)
    return slip(DATE_FORM, value, example)


def forms_of(day: LooseDay, key: Key) -> tuple[str, str]:
    """Return what a day key or moment key should hold, and what to type: with a time added."""
    if key.type is KeyType.DAY:
        return day.day_text, day.day_text
    if day.time is None:
        return day.day_text, f"{day.day_text} {SAMPLE_TIME}（{SAMPLE_TIME} 换成实际发布的时刻）"
    return day.moment_text, day.moment_text


def does_fit(text: str, key: Key) -> bool:
    """Tell whether a text is a value of the key, a day of a moment key included."""
    reason = FITS[key.type](Given(0, 0, text))
    return reason is None or reason is Reason.NO_TIME


def replace_value(line: str, given: Given, value: str) -> str:
    """Return the line with the value given there replaced; as it was where it cannot be found."""
    start = given.column - 1
    if given.quoted:
        start += 1
    if line[start : start + len(given.text)] != given.text:
        return line
    return line[:start] + value + line[start + len(given.text) :]
