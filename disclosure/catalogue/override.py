"""Overrides (变通规定): a place may move a figure of the catalogue, never below what law fixes."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalogue.category import Category, Trigger
from disclosure.division import Register
from disclosure.marked import Given, load_marked
from disclosure.period import Rhythm
from disclosure.problem import Code, DisclosureError, Problem

DAYS = re.compile(r"\d{1,4}", re.ASCII)
RHYTHMS = tuple(Rhythm)  # from the strictest to the laxest
FIELDS = ("category", "period", "limit_days", "min_public_days", "reason", "document", "valid_from",
          "valid_to")  # fmt: skip
OVERRIDE_WRONG = Code(
    "override-wrong",
    zh="变通规定第 {line} 行的 {field} 写作“{value}”，{expected}",
    en="override line {line}: {field} is {value!r}; {expected}",
    hint_zh="每条须写 category、reason，以及 period、limit_days、min_public_days 中要变通的一项",
    hint_en="each needs category, reason and one of period, limit_days, min_public_days",
)
OVERRIDE_BELOW_LAW = Code(
    "override-below-law",
    zh="变通规定把类目 {category} 的{what}放宽为{value}，低于法定底线（{floor}）",
    en="the override relaxes {field} of {category} to {value}, below what law fixes ({floor})",
    hint_zh="请改为不低于法定底线的数值，或删除这一条",
    hint_en="raise it to the law's floor or delete it",
)


class Override(Struct, frozen=True):
    """One override for a division and everything below it; None = not moved."""

    division: str
    category: str
    rhythm: Rhythm | None
    limit_days: int | None
    min_public_days: int | None
    reason: str
    document: str
    valid_from: date | None
    valid_to: date | None

    def applies(self, division: str, day: date) -> bool:
        """Tell whether it holds for a division on a day; both ends of its validity count."""
        return division.startswith(self.division) and not (
            (self.valid_from and day < self.valid_from) or (self.valid_to and day > self.valid_to)
        )

    def move(self, category: Category) -> Category:
        """Return the category with the figures this override moves."""
        return replace(
            category,
            rhythm=self.rhythm or category.rhythm,
            limit_days=category.limit_days if self.limit_days is None else self.limit_days,
            min_public_days=category.min_public_days
            if self.min_public_days is None
            else self.min_public_days,
        )


def load_overrides(
    root: Path, register: Register, categories: Mapping[str, Category]
) -> dict[str, tuple[Override, ...]]:
    """Read `overrides/<short code>.yml` under `root`, by category; the nearest place comes last."""
    problems: list[Problem] = []
    found: dict[str, list[Override]] = {}
    for path in sorted((root / "catalogue" / "overrides").glob("*")):
        file = f"catalogue/overrides/{path.name}"
        if path.suffix != ".yml":
            if path.name != ".gitkeep":
                expected = "文件名应为区划短代码加 .yml，否则不起作用"
                problems.append(
                    OVERRIDE_WRONG.at(file, 1, "file", value=path.name, expected=expected)
                )
            continue
        if register.get(path.stem) is None:
            expected = "文件名应为登记过的区划短代码"
            problems.append(OVERRIDE_WRONG.at(file, 1, "file", value=path.stem, expected=expected))
        given = load_marked(path, file)
        if given.items is None:
            expected = "应为变通规定的列表，每项以 - 开头"
            problems.append(OVERRIDE_WRONG.at(file, given.line, "category", expected=expected))
        for item in given.items or ():
            override = override_from_given(item, file, path.stem, categories, problems)
            if override:
                found.setdefault(override.category, []).append(override)
    if problems:
        raise DisclosureError(*problems)
    return {
        code: tuple(sorted(some, key=lambda override: len(override.division)))
        for code, some in sorted(found.items())
    }


def override_from_given(
    given: Given,
    file: str,
    division: str,
    categories: Mapping[str, Category],
    problems: list[Problem],
) -> Override | None:
    """Return the override one item declares, or None after adding what is wrong with it."""
    before = len(problems)

    def refuse(name: str, expected: str) -> None:
        place = given.get(name) or given
        problems.append(
            OVERRIDE_WRONG.at(file, place.line, name, value=given.text_of(name), expected=expected)
        )

    for name in given.fields or {}:
        if name not in FIELDS:
            refuse(name, "不是可用的键")
    category = categories.get(given.text_of("category"))
    if category is None:
        refuse("category", "目录中没有这个类目")
        return None
    if not given.text_of("reason"):
        refuse("reason", "不能为空")
    numbers = read_numbers(given, category, refuse)
    rhythm = next((one for one in RHYTHMS if one.value == given.text_of("period")), None)
    if given.text_of("period") and rhythm is None:
        refuse("period", "应为 " + "、".join(one.value for one in RHYTHMS) + " 之一")
    days: dict[str, date | None] = {}
    for name in ("valid_from", "valid_to"):
        try:
            days[name] = date.fromisoformat(given.text_of(name)) if given.get(name) else None
        except ValueError:
            refuse(name, "应为 2026-01-01 这样的日期")
    if len(problems) > before:
        return None
    override = Override(
        division=division,
        category=category.code,
        rhythm=rhythm,
        limit_days=numbers["limit_days"],
        min_public_days=numbers["min_public_days"],
        reason=given.text_of("reason"),
        document=given.text_of("document"),
        valid_from=days["valid_from"],
        valid_to=days["valid_to"],
    )
    problems.extend(below_law(override, category, file, given))
    return override


def read_numbers(
    given: Given, category: Category, refuse: Callable[[str, str], None]
) -> dict[str, int | None]:
    """Return the numbers of days an override gives, None where it gives none or a wrong one."""
    numbers: dict[str, int | None] = {}
    for name in ("limit_days", "min_public_days"):
        text = given.text_of(name)
        numbers[name] = int(text) if DAYS.fullmatch(text) else None
        if text and numbers[name] is None:
            refuse(name, "应为 0 到 9999 的整数")
    if numbers["limit_days"] is not None and category.limit_days is None:
        refuse("limit_days", "该类目的时限不是按天数规定的，不能这样变通")
    return numbers


def below_law(
    override: Override, category: Category, file: str, given: Given
) -> tuple[Problem, ...]:
    """Return a problem for each figure laxer than the catalogue's and below the law's floor."""
    found = []

    def add(name: str, what: str, value: str, floor: str) -> None:
        place = given.get(name) or given
        found.append(
            OVERRIDE_BELOW_LAW.at(
                file, place.line, name, value=value, category=category.code, what=what, floor=floor
            )
        )

    rhythm, limit, public = override.rhythm, override.limit_days, override.min_public_days
    if rhythm and category.rhythm and is_laxer(rhythm, category.rhythm):
        floor = category.law_rhythm
        if floor is None or is_laxer(rhythm, floor):
            add("period", "公开周期", rhythm.zh, (floor or category.rhythm).zh)
    if limit is not None and category.limit_days is not None:
        usual, most = category.limit_days, category.law_limit_days
        is_before = category.trigger is Trigger.BEFORE_EVENT  # fewer days ahead are laxer
        if is_above(usual, limit, is_before) and (most is None or is_above(most, limit, is_before)):
            add("limit_days", "公开时限", str(limit), str(usual if most is None else most))
    if public is not None and public < (category.min_public_days or 0):
        least = category.law_min_days
        if least is None or public < least:
            known = category.min_public_days if least is None else least
            add("min_public_days", "最短公开天数", str(public), str(known))
    return tuple(found)


def is_above(bound: int, limit: int, is_before: bool) -> bool:
    """Tell whether `limit` is laxer than `bound`: longer after the fact, shorter ahead of it."""
    return limit < bound if is_before else limit > bound


def is_laxer(one: Rhythm, other: Rhythm) -> bool:
    """Tell whether `one` recurs less often than `other`."""
    return RHYTHMS.index(one) > RHYTHMS.index(other)
