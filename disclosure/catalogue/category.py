"""A category (类目): what must be disclosed, on which levels, by when and for how long."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TypeVar

from msgspec import Struct

from disclosure.catalogue.kind import KINDS_BY_CONTENT_TYPE, Kind
from disclosure.division import Level
from disclosure.period import Rhythm
from disclosure.problem import Code, DisclosureError, Problem, Severity
from disclosure.rows import Row, read_rows

FILE = "catalogue/categories.csv"
COLUMNS = (
    "code",
    "part",
    "group_code",
    "group_name",
    "name",
    "levels",
    "content_elements",
    "content_type",
    "data_table",
    "trigger",
    "time_limit_days",
    "time_limit_basis",
    "period",
    "period_due",
    "period_due_year",
    "retention",
    "min_public_days",
    "min_public_basis",
    "min_public_source",
    "law_period",
    "law_limit_days",
    "law_min_days",
    "takedown",
    "max_public_days",
    "audience",
    "web_scope",
    "privacy_rule",
    "responsible_body",
    "legal_basis",
    "duty_source",
    "basis_read",
    "source",
)
ROW_WRONG = Code(
    "category-row-wrong",
    zh="类目表第 {line} 行的 {field} 写作“{value}”，{expected}",
    en="categories line {line}: {field} is {value!r}; expected {expected}",
    hint_zh="请对照 catalogue/vocabulary.csv 改正",
    hint_en="see catalogue/vocabulary.csv",
)
PASSED_ON = "转发单位"  # of `responsible_body`
T = TypeVar("T")


class Trigger(Enum):
    """What starts the clock of a category."""

    FORMED = "形成后"
    PERIODIC = "定期"
    AT_ONCE = "即时"
    BEFORE_EVENT = "事前"
    ANY_TIME = "随时"

    @property
    def key(self) -> str:
        """The front-matter key this trigger is reckoned from."""
        if self is Trigger.PERIODIC:
            return "period"
        return "event_on" if self is Trigger.BEFORE_EVENT else "formed_on"


class Basis(Enum):
    """How days are counted; the two are never mixed."""

    WORKING = "working"
    CALENDAR = "calendar"

    @property
    def zh(self) -> str:
        return "个工作日" if self is Basis.WORKING else "日"


class WebScope(Enum):
    """How much of it may stand on the public web."""

    FULL = "full"
    MASKED = "masked"
    INDEX_ONLY = "index_only"


class Category(Struct, frozen=True):
    """One of the 169 (类目). Days are whole; None = the column is blank; tuples keep file order.

    `view_of` names the category this one is derived from ("" = it is published by itself), by
    the rows `view_filter` picks (`column=value`).
    """

    code: str
    part: str
    group: str
    group_name: str
    name: str
    levels: tuple[Level, ...]
    elements: tuple[str, ...]
    content_type: str
    data_table: str
    trigger: Trigger
    limit_days: int | None
    limit_basis: Basis | None
    rhythm: Rhythm | None
    period_due: str
    period_due_year: int | None
    retention: str
    min_public_days: int | None
    min_public_basis: Basis | None
    min_public_source: str
    law_rhythm: Rhythm | None
    law_limit_days: int | None
    law_min_days: int | None
    takedown: bool
    max_public_days: int | None
    audience: str
    web_scope: WebScope
    privacy_rules: frozenset[str]
    responsible_body: str
    legal_basis: str
    duty_source: str
    basis_read: str
    source: str
    view_of: str = ""
    view_filter: str = ""

    def __hash__(self) -> int:
        """Categories that are equal have one code; what is reckoned of one can be remembered."""
        return hash(self.code)

    @property
    def is_certain(self) -> bool:
        """False where the cited law was not (fully) read: its findings only warn."""
        return self.basis_read == "yes"

    @property
    def severity(self) -> Severity:
        """What a breach of this row may be called."""
        return Severity.ERROR if self.is_certain else Severity.WARNING

    @property
    def has_notice_period(self) -> bool:
        """True where the publication is a public notice (公示) with a beginning and an end."""
        return self.content_type == "notice" or self.retention.startswith("公示期")

    @property
    def is_passed_on(self) -> bool:
        """True where a village only passes on what others announce (转发单位)."""
        return PASSED_ON in self.responsible_body.split(";")

    @property
    def needs_table(self) -> bool:
        return self.content_type == "table"

    def fits(self, kind: Kind) -> bool:
        """Tell whether it is published in this form."""
        return kind in KINDS_BY_CONTENT_TYPE.get(self.content_type, ())


def load_categories(standard: Path) -> dict[str, Category]:
    """Read `categories.csv` of a standard, by code; raise every cell that cannot be read."""
    problems: list[Problem] = []
    rows = read_rows(standard / "catalogue" / "categories.csv", FILE, COLUMNS)
    categories = {row["code"]: category_from_row(row, problems) for row in rows}
    if problems:
        raise DisclosureError(*problems)
    return {code: category for code, category in sorted(categories.items()) if category}


def category_from_row(row: Row, problems: list[Problem]) -> Category | None:
    """Return the category of a row, or None after adding what is wrong with it."""

    def cast(column: str, to: Callable[[str], T], expected: str) -> T | None:
        try:
            return to(row[column]) if row[column] else None
        except ValueError:
            problems.append(
                ROW_WRONG.at(FILE, row.line, column, value=row[column], expected=expected)
            )
            return None

    def number(column: str) -> int | None:
        return cast(column, read_number, "应为 0 到 9999 的整数，或留空")

    def listing(enum: type[Enum]) -> str:
        return "应为 " + "、".join(member.value for member in enum) + " 之一"

    trigger = cast("trigger", Trigger, listing(Trigger))
    scope = cast("web_scope", WebScope, listing(WebScope))
    levels = cast("levels", read_levels, listing(Level) + ",用 | 分隔")
    if not (trigger and scope and levels):
        missing = [name for name in ("trigger", "web_scope", "levels") if not row[name]]
        problems.extend(ROW_WRONG.at(FILE, row.line, name, expected="不能为空") for name in missing)
        return None
    return Category(
        code=row["code"],
        part=row["part"],
        group=row["group_code"],
        group_name=row["group_name"],
        name=row["name"],
        levels=levels,
        elements=tuple(row["content_elements"].split(";")),
        content_type=row["content_type"],
        data_table=row["data_table"],
        trigger=trigger,
        limit_days=number("time_limit_days"),
        limit_basis=cast("time_limit_basis", Basis, listing(Basis)),
        rhythm=cast("period", Rhythm, listing(Rhythm)),
        period_due=row["period_due"],
        period_due_year=number("period_due_year"),
        retention=row["retention"],
        min_public_days=number("min_public_days"),
        min_public_basis=cast("min_public_basis", Basis, listing(Basis)),
        min_public_source=row["min_public_source"],
        law_rhythm=cast("law_period", Rhythm, listing(Rhythm)),
        law_limit_days=number("law_limit_days"),
        law_min_days=number("law_min_days"),
        takedown=row["takedown"] == "yes",
        max_public_days=number("max_public_days"),
        audience=row["audience"],
        web_scope=scope,
        privacy_rules=frozenset(filter(None, row["privacy_rule"].split(";"))),
        responsible_body=row["responsible_body"],
        legal_basis=row["legal_basis"],
        duty_source=row["duty_source"],
        basis_read=row["basis_read"],
        source=row["source"],
        view_of=row["view_of"],
        view_filter=row["view_filter"],
    )


def read_number(text: str) -> int:
    """Return a number of days or years; one of five digits would leave the calendar."""
    if not re.fullmatch(r"\d{1,4}", text, re.ASCII):
        raise ValueError(text)
    return int(text)


def read_levels(text: str) -> tuple[Level, ...]:
    """Return the levels of a cell such as `county|village`, in its order."""
    return tuple(Level(word) for word in text.split("|"))
