"""Takes in a county's own list of divisions: what its codes and names say is filled in."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

from msgspec import Struct

from disclosure.division import Level, Register, expand, level_of, parent_of, shorten
from disclosure.division.code import FULL
from disclosure.division.register import COLUMNS, register_from_rows, wrong
from disclosure.problem import Code, DisclosureError, Problem
from disclosure.rows import CSV_COLUMN, CSV_TWICE, Row, read_rows

# What the columns are called in lists that offices keep; the first is our own title.
HEADINGS = {
    "code": ("区划代码", "代码", "行政区划代码", "统计用区划代码"),
    "name": ("名称", "区划名称", "行政区划名称", "单位名称"),
    "level": (),  # lists call it what they like; the code says it
    "kind": ("建制", "类型"),
    "parent": ("上级区划代码", "上级代码"),
    "valid_from": ("启用日期", "设立日期"),
    "valid_to": ("停用日期", "撤销日期"),
    "replaced_by": ("承接区划代码", "并入"),
    "duty_from": ("公开义务起算日", "起算日期"),
    "office": ("办公机构", "责任机构"),
    "phone": ("办公电话", "电话", "联系电话"),
    "address": ("办公地址", "地址"),
    "hours": ("办公时间",),
}
COLUMN_BY_HEADING = {
    heading: column for column, names in HEADINGS.items() for heading in (column, *names)
}
REQUIRED = ("code", "name")
DIGITS = {"code", "level", "parent", "valid_from", "valid_to", "replaced_by", "duty_from"}
# How a name ends, and the kind of division (建制) it says; the first that fits.
ENDINGS = {
    Level.CITY: ("自治州", "地区", "盟", "市"),
    Level.COUNTY: ("自治县", "自治旗", "县", "区", "市", "旗"),
    Level.TOWNSHIP: ("街道", "民族乡", "镇", "乡", "苏木"),
    Level.VILLAGE: ("社区", "嘎查", "村"),
}
BODY = re.compile(r"(?:街道)?(办事处|人民政府|政府|村民委员会|村委会|居民委员会|居委会)$")
KIND_BY_BODY = {
    "办事处": "街道",
    "村民委员会": "村",
    "村委会": "村",
    "居民委员会": "社区",
    "居委会": "社区",
}
NO_ROWS = Code(
    "register-empty",
    zh="{file} 里没有现行的区划",
    en="{file} lists no division in force",
    hint_zh="请在表头下面每行写一个区划，至少写区划代码（code）和名称（name）两列",
    hint_en="write one division a row, with at least the columns code and name",
)


class Intake(Struct, frozen=True):
    """The register of a list, and the headings of its columns that were not used."""

    register: Register
    unused: tuple[str, ...]


def read_list(path: Path, duty_from: date) -> Intake:
    """Read a county's list; raise whatever is wrong with it, by the line of the file.

    `duty_from` is the day from which duties are reckoned where a row names none.
    """
    file = path.as_posix()
    rows = read_rows(path, file, ())
    if not rows:
        raise DisclosureError(NO_ROWS.at(file))
    column_by_heading, unused = match_headings(file, tuple(rows[0].cells))
    problems: list[Problem] = []
    completed = []
    for row in rows:
        cells = {
            column: tidy(row[heading], column) for heading, column in column_by_heading.items()
        }
        one = Row(file, row.line, dict.fromkeys(COLUMNS, "") | cells)
        if any(cells.values()):
            completed.append(complete(one, duty_from, problems))
    try:
        register = register_from_rows(completed)
    except DisclosureError as error:
        problems += error.problems
    if problems:
        raise DisclosureError(*sorted(problems, key=lambda problem: problem.place))
    if all(division.replaced_by for division in register):
        raise DisclosureError(NO_ROWS.at(file))
    return Intake(register, unused)


def match_headings(file: str, headings: tuple[str, ...]) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return our column of each heading, and the headings that are none of ours."""
    found = {
        heading: column
        for heading in headings
        if (column := COLUMN_BY_HEADING.get(tidy(heading).lower()))
    }
    columns = list(found.values())
    expected = "、".join(f"{name}（{HEADINGS[name][0]}）" for name in REQUIRED)
    problems = [
        CSV_COLUMN.at(file, 1, name, value=name, expected=expected)
        for name in REQUIRED
        if name not in columns
    ]
    problems += [
        CSV_TWICE.at(file, 1, name, value="、".join(heading for heading in found if
                                                   found[heading] == name))
        for name in COLUMNS
        if columns.count(name) > 1
    ]  # fmt: skip
    if problems:
        raise DisclosureError(*problems)
    return found, tuple(heading for heading in headings if heading.strip() and heading not in found)


def tidy(text: str, column: str = "code") -> str:
    """Return a cell without blanks around it; in codes and dates full-width digits are made plain.

    Line breaks and control characters stay: the register refuses them.
    """
    if not text.isprintable():
        return text
    return unicodedata.normalize("NFKC", text).strip() if column in DIGITS else text.strip()


def complete(row: Row, duty_from: date, problems: list[Problem]) -> Row:
    """Return a row with what code and name say of it; cells that are filled stay as they are."""
    code = row["code"]
    if not FULL.fullmatch(code):
        return row  # the register says so
    if not code[2:].strip("0"):
        problems.append(
            wrong(row, "code", "是省级代码，请删去这一行", "it is a province: remove the row")
        )
    level = level_of(code)
    parent = parent_of(shorten(code))
    derived = {
        "level": level.value,
        "kind": kind_of(row["name"], code, level),
        "parent": expand(parent) if parent else "",
        "duty_from": "" if row["replaced_by"] else duty_from.isoformat(),
    }
    return Row(row.file, row.line, row.cells | {
        name: text for name, text in derived.items() if not row[name]
    })  # fmt: skip


def kind_of(name: str, code: str, level: Level) -> str:
    """Return the kind of a division (建制) as its name ends, else as its code says (GB/T 10114)."""
    body = BODY.search(name)
    if body and body[1] in KIND_BY_BODY:
        return KIND_BY_BODY[body[1]]
    place = name.removesuffix(body[0]) if body else name
    found = next((kind for kind in ENDINGS[level] if place.endswith(kind)), "")
    match level:
        case Level.CITY:
            return found or "市"
        case Level.COUNTY:
            return found or "县"
        case Level.TOWNSHIP:
            return found or {"0": "街道", "1": "镇"}.get(code[6], "乡")
        case Level.VILLAGE:
            return found or ("社区" if code[9] < "2" else "村")
