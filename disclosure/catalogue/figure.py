"""A legal figure (法定数值): what a law fixes, its source, its validity, how far verified."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from msgspec import Struct

from disclosure.marked import Given, load_marked
from disclosure.problem import Code, DisclosureError, Severity

FIGURE_WRONG = Code(
    "legal-figure-wrong",
    zh="法定数值 {file} 第 {line} 行的 {field} 写作“{value}”，{expected}",
    en="legal figure, {file} line {line}: {field} is {value!r}; {expected}",
    hint_zh="每一条须写明 id、value、unit、source、valid_from、jurisdiction、trust",
    hint_en="each needs id, value, unit, source, valid_from, jurisdiction, trust",
)
WHOLE = re.compile(r"[0-9]+", re.ASCII), "应为整数"
FORMS = {
    "ratio": (re.compile(r"[0-9]+/[1-9][0-9]*", re.ASCII), "比例应写作分数，如 2/3"),
    "flag": (re.compile(r"true|false"), "应为 true 或 false"),
    "text": (re.compile(r".+"), "不能为空"),
}
REQUIRED = ("id", "value", "unit", "title", "source", "jurisdiction", "trust")


class Figure(Struct, frozen=True):
    """One figure; `value` is text as given, `trust` V read, P in part, M measured, G unverified."""

    id: str
    value: str
    unit: str
    title: str
    source: str
    valid_from: date | None
    valid_to: date | None
    jurisdiction: str
    trust: str

    @property
    def number(self) -> int:
        return int(self.value)

    @property
    def severity(self) -> Severity:
        """What a breach of it may be called: an unverified figure only warns."""
        return Severity.WARNING if self.trust == "G" else Severity.ERROR

    def is_in_force(self, day: date) -> bool:
        """Tell whether the figure applies on `day`; both ends of its validity count."""
        return not (
            (self.valid_from and day < self.valid_from) or (self.valid_to and day > self.valid_to)
        )


def load_figures(standard: Path) -> dict[str, Figure]:
    """Read every `rules/*.yml` of a standard, by id."""
    found: dict[str, Figure] = {}
    for path in sorted((standard / "catalogue" / "rules").glob("*.yml")):
        file = f"catalogue/rules/{path.name}"
        for item in load_marked(path, file).items or ():
            figure = figure_from_given(item, file)
            if figure.id in found:
                raise DisclosureError(
                    FIGURE_WRONG.at(file, item.line, "id", value=figure.id, expected="id 重复")
                )
            found[figure.id] = figure
    return found


def figure_from_given(given: Given, file: str) -> Figure:
    """Return the figure one item declares; raise what it lacks."""
    problems = [
        FIGURE_WRONG.at(file, given.line, name, expected="不能为空")
        for name in REQUIRED
        if not given.text_of(name)
    ]
    days: dict[str, date | None] = {}
    for name in ("valid_from", "valid_to"):
        text = given.text_of(name)
        try:
            days[name] = date.fromisoformat(text) if text else None
        except ValueError:
            expected = "应为 2026-01-01 这样的日期"
            problems.append(FIGURE_WRONG.at(file, given.line, name, value=text, expected=expected))
    value = given.text_of("value")
    form, expected = FORMS.get(given.text_of("unit"), WHOLE)
    if value and not form.fullmatch(value):
        problems.append(FIGURE_WRONG.at(file, given.line, "value", value=value, expected=expected))
    first, last = days.get("valid_from"), days.get("valid_to")
    if first and last and last < first:
        text = given.text_of("valid_to")
        problems.append(
            FIGURE_WRONG.at(file, given.line, "valid_to", value=text, expected="早于 valid_from")
        )
    if problems:
        raise DisclosureError(*problems)
    texts = {name: given.text_of(name) for name in REQUIRED}
    return Figure(**texts, valid_from=days["valid_from"], valid_to=days["valid_to"])
