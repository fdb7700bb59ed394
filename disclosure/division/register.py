"""The register of divisions: who is there, who belongs to whom, who succeeded whom."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache
from pathlib import Path

from msgspec import Struct

from disclosure.division.code import FULL, expand, folder_of, level_of, parent_of, shorten
from disclosure.division.level import Level
from disclosure.problem import Code, DisclosureError, Problem
from disclosure.rows import Row, parse_rows, read_text

FILE = "catalogue/divisions.csv"
COLUMNS = (
    "code",
    "name",
    "level",
    "kind",
    "parent",
    "valid_from",
    "valid_to",
    "replaced_by",
    "duty_from",
    "office",
    "phone",
    "address",
    "hours",
)
DAYS = ("valid_from", "valid_to", "duty_from")
ROW_WRONG = Code(
    "division-row-wrong",
    zh="区划登记表第 {line} 行的 {field} 写作“{value}”，{expected_zh}",
    en="division register line {line}: {field} is {value!r}; {expected_en}",
    hint_zh="请在 {file} 中改正这一行",
    hint_en="correct the row in {file}",
)
NAME_UNKNOWN = Code(
    "division-not-found",
    zh="没有找到区划“{value}”",
    en="no division is called {value!r}",
    hint_zh="请用区划代码（如 {example}）或登记表中的全称；相近的有：{near}",
    hint_en="use a code (such as {example}) or the registered name; near: {near}",
)
NAME_AMBIGUOUS = Code(
    "division-ambiguous",
    zh="名称“{value}”对应多个区划：{near}",
    en="the name {value!r} fits several divisions: {near}",
    hint_zh="请改用区划代码",
    hint_en="use the code instead",
)


class Division(Struct, frozen=True):
    """A city, county, township or village (区划); `code` is the short code, days are inclusive."""

    code: str
    name: str
    level: Level
    kind: str
    parent: str | None
    valid_from: date | None = None
    valid_to: date | None = None
    replaced_by: str | None = None
    duty_from: date | None = None
    office: str = ""
    phone: str = ""
    address: str = ""
    hours: str = ""

    @property
    def full_code(self) -> str:
        return expand(self.code)

    @property
    def folder(self) -> str:
        """The folder of its content, relative to the root: `content/9901/990101/...`."""
        return folder_of(self.code)


class Register(Struct, frozen=True):
    """All divisions by short code, ascending; `children_by_code` lists live children in order."""

    division_by_code: dict[str, Division]
    children_by_code: dict[str, tuple[Division, ...]]

    def __iter__(self) -> Iterator[Division]:
        return iter(self.division_by_code.values())

    def __len__(self) -> int:
        return len(self.division_by_code)

    def get(self, code: str) -> Division | None:
        """Return the division of a short or full code, or None."""
        found = self.division_by_code.get(code)
        if found is None and FULL.fullmatch(code):
            found = self.division_by_code.get(shorten(code))
        return found

    def children(self, division: Division) -> tuple[Division, ...]:
        """Return the divisions directly below, by code."""
        return self.children_by_code.get(division.code, ())

    def ancestors(self, division: Division) -> tuple[Division, ...]:
        """Return the divisions above, the city first."""
        above: list[Division] = []
        parent = self.division_by_code.get(division.parent or "")
        while parent:
            above.append(parent)
            parent = self.division_by_code.get(parent.parent or "")
        return tuple(reversed(above))

    def descendants(self, division: Division) -> Iterator[Division]:
        """Yield every division below, depth first, by code."""
        for child in self.children(division):
            yield child
            yield from self.descendants(child)

    def resolve(self, text: str) -> Division:
        """Return the one division a person means by a code or a name; raise what is unclear."""
        wanted = unicodedata.normalize("NFKC", text).strip()
        found = self.get(wanted)
        if found:
            return found
        exact = [division for division in self if division.name == wanted]
        near = exact or [division for division in self if wanted and wanted in division.name]
        if len(near) == 1:
            return near[0]
        listing = "、".join(f"{division.name}（{division.code}）" for division in near[:3])
        if len(near) > 3:
            listing += f" 等 {len(near)} 个"
        code = NAME_AMBIGUOUS if near else NAME_UNKNOWN
        example = next(iter(self.division_by_code), "")
        raise DisclosureError(
            code.at("", 0, "division", value=text, near=listing or "—", example=example)
        )


def load_register(root: Path) -> Register:
    """Read `divisions.csv` under `root`; raise every row that cannot stand."""
    return register_from_text(read_text(root / "catalogue" / "divisions.csv", FILE))


@lru_cache(maxsize=1)  # whoever needs it loads it, several in one run
def register_from_text(text: str) -> Register:
    """Return the register a table makes; raise every row that cannot stand."""
    return register_from_rows(parse_rows(text, FILE, COLUMNS))


def register_from_rows(rows: Iterable[Row]) -> Register:
    """Return the register some rows make; raise every row that cannot stand."""
    problems: list[Problem] = []
    divisions: dict[str, Division] = {}
    row_by_code: dict[str, Row] = {}
    for row in rows:
        division = division_from_row(row, problems)
        if division is None:
            continue
        if division.code in divisions:
            problems.append(wrong(row, "code", "与前面的行重复", "it repeats an earlier row"))
            continue
        divisions[division.code] = division
        row_by_code[division.code] = row
    for division in divisions.values():
        for name, code in (("parent", division.parent), ("replaced_by", division.replaced_by)):
            if code and code not in divisions:
                problems.append(
                    ROW_WRONG.at(
                        row_by_code[division.code].file,
                        row_by_code[division.code].line,
                        name,
                        value=code,
                        expected_zh="登记表中没有这个区划",
                        expected_en="no such division in the register",
                    )
                )
    if problems:
        raise DisclosureError(*problems)
    return register_of(divisions.values())


def register_of(divisions: Iterable[Division]) -> Register:
    """Return the register of some divisions, whatever their order."""
    ordered = sorted(divisions, key=lambda division: division.code)
    below: dict[str, list[Division]] = {}
    for division in ordered:
        if division.parent and not division.replaced_by:
            below.setdefault(division.parent, []).append(division)
    return Register(
        {division.code: division for division in ordered},
        {code: tuple(children) for code, children in below.items()},
    )


def division_from_row(row: Row, problems: list[Problem]) -> Division | None:
    """Return the division of a row, which has every column, or None; add what is wrong with it."""
    cells = row.cells
    if not FULL.fullmatch(cells["code"]):
        problems.append(wrong(row, "code", "应为 12 位数字", "it must be 12 digits"))
        return None
    code = shorten(cells["code"])
    level = level_of(code)
    if cells["level"] != level.value:
        problems.append(
            wrong(row, "level", f"按代码应为 {level.value}", f"by its code it is {level.value}")
        )
    parent = parent_of(code)
    if cells["parent"] != (expand(parent) if parent else ""):
        problems.append(
            wrong(row, "parent", "应为上级区划的 12 位代码", "it must be the code one level up")
        )
    if not cells["name"].strip():
        problems.append(wrong(row, "name", "不能为空", "it must not be blank"))
    if not "".join(cells.values()).isprintable():
        problems += [
            wrong(row, name, "不能有换行和控制字符", "it must be printable")
            for name, text in cells.items()
            if not text.isprintable()
        ]
    successor = cells["replaced_by"]
    is_replaced = FULL.fullmatch(successor) is not None
    if successor and not is_replaced:
        problems.append(wrong(row, "replaced_by", "应为 12 位数字", "it must be 12 digits"))
    if successor == cells["code"]:
        problems.append(wrong(row, "replaced_by", "不能是它自己", "it must be another division"))
    days: dict[str, date | None] = {}
    for name in DAYS:
        try:
            days[name] = date.fromisoformat(cells[name]) if cells[name] else None
        except ValueError:
            days[name] = None
            problems.append(wrong(row, name, "应为 2026-01-01 这样的日期", "it must be an ISO day"))
    return Division(
        code=code,
        name=cells["name"],
        level=level,
        kind=cells["kind"],
        parent=parent,
        replaced_by=shorten(successor) if is_replaced else None,
        office=cells["office"],
        phone=cells["phone"],
        address=cells["address"],
        hours=cells["hours"],
        **days,
    )


def wrong(row: Row, field: str, expected_zh: str, expected_en: str) -> Problem:
    """Return the problem of one cell of the register."""
    return ROW_WRONG.at(
        row.file,
        row.line,
        field,
        value=row[field],
        expected_zh=expected_zh,
        expected_en=expected_en,
    )
