"""A resource of a data package: one CSV table and the standard table it claims to follow.

Reads strictly: UTF-8, commas, one header row, every row as wide as the header. Cells stay text;
what they mean is the matter of the table's schema.
"""

from __future__ import annotations

import csv
import os
import re
import stat
from collections.abc import Iterable, Sequence

from msgspec import Struct

from disclosure.catalogue.table import Table
from disclosure.dataset.columnar import TextRows
from disclosure.dataset.cut import cut_columns, cut_header
from disclosure.dataset.inline import RESOURCE_SCHEMA, read_inline
from disclosure.dataset.long import LONG, read_long
from disclosure.dataset.properties import PROFILES, unusable, unusable_properties
from disclosure.marked import Given
from disclosure.problem import Code, DisclosureError, Problem
from disclosure.rows import read_cells

MAX_BYTES = 50_000_000
PATH = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}\.csv", re.ASCII)
STANDARD = "table:"
Read = tuple[tuple[str, ...], Sequence[tuple[str, ...]]]  # a header and the rows below it
RESOURCES_MISSING = Code(
    "package-without-table",
    zh="数据包没有列出数据表（resources）",
    en="the data package lists no resources",
    hint_zh="在 datapackage.yaml 中写明 resources，每个表一项：name、path、schema",
    hint_en="list each table under resources with name, path and schema",
)
RESOURCE_PATH = Code(
    "resource-path",
    zh="数据表路径“{value}”不可用：只能是本数据包内的 CSV 文件",
    en="resource path {value!r} is not usable: only a CSV file inside the package",
    hint_zh="文件名用小写字母、数字和连字符，如 ledger.csv，不写文件夹和网址",
    hint_en="a lower-case name such as ledger.csv, no folder and no address",
)
RESOURCE_MISSING = Code(
    "resource-missing",
    zh="找不到数据表文件 {value}",
    en="the table file {value} does not exist",
    hint_zh="请把 CSV 文件放在 datapackage.yaml 旁边，或改正 path",
    hint_en="put the CSV beside datapackage.yaml or correct path",
)
RESOURCE_UNREADABLE = Code(
    "resource-unreadable",
    zh="数据表 {name} 无法读取：{reason_zh}",
    en="the table {name} cannot be read: {reason_en}",
    hint_zh="{advice_zh}",
    hint_en="{advice_en}",
)
SAVE_AGAIN = (
    "请用电子表格软件另存为“CSV UTF-8（逗号分隔）”",
    "save it again as CSV UTF-8 (comma separated)",
)
SPLIT = ("请按月份或类别拆成几个数据包", "split it into several packages")
HEADER = ("第一行写列名，各列用英文逗号隔开", "write the column names in the first row")
SIGN_NAMES = {"\t": "制表符（Tab）", ";": "英文分号", "|": "竖线"}
ROW_WIDTH = Code(
    "resource-row-width",
    zh="数据表第 {row} 行有 {value} 格，表头有 {expected} 格",
    en="row {row} has {value} cells, the header has {expected}",
    hint_zh="请补齐空格子或删去多余的逗号；内容里有逗号的单元格须加英文双引号",
    hint_en="add or remove commas; quote a cell that holds one",
)
HEADER_DUPLICATE = Code(
    "resource-column-duplicate",
    zh="表头中列名“{value}”重复或为空",
    en="the header repeats {value!r} or leaves it blank",
    hint_zh="每一列都要有唯一的列名",
    hint_en="every column needs a name of its own",
)


class DataTable(Struct, frozen=True):
    """One table as read: `table` is the standard table's name ("" = none), rows hold text cells.

    `line` is where the descriptor lists it; row i stands in Excel row i + 2. `schema` is what the
    package itself says of the columns, where it names no standard table.
    """

    name: str
    file: str
    line: int
    table: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]
    schema: Table | None = None

    @property
    def texts(self) -> Sequence[Sequence[str]]:
        """The cells column by column, in the order of the header."""
        if isinstance(self.rows, TextRows):
            return self.rows.columns
        return tuple(zip(*self.rows, strict=True)) or ((),) * len(self.columns)

    def column(self, name: str) -> Sequence[str]:
        """Return the cells of a column from the top; nothing where it is absent."""
        return self.texts[self.columns.index(name)] if name in self.columns else ()

    def lines(self) -> Iterable[Iterable[str]]:
        """Return the texts for a first look: what may tell anything, the cells of a column in one.

        A table that does not come from a file gives its rows.
        """
        return (self.rows.telling(),) if isinstance(self.rows, TextRows) else self.rows

    def is_filled(self, name: str) -> bool:
        """Tell whether the column exists and, when there are rows, any cell of it is filled."""
        if name not in self.columns:
            return False
        if not self.rows or self.rows[0][self.columns.index(name)].strip():
            return True
        return any(cell.strip() for cell in self.column(name))


def read_resources(
    folder: str, descriptor: Given, file: str
) -> tuple[tuple[DataTable, ...], list[Problem]]:
    """Return the tables a descriptor lists and what is wrong; `file` is the descriptor's path."""
    listed = descriptor.get("resources")
    if listed is None or not listed.items:
        line = listed.line if listed else 1
        return (), [RESOURCES_MISSING.at(file, line, "resources")]
    tables: list[DataTable] = []
    problems: list[Problem] = []
    profile = descriptor.get("$schema")
    if profile and profile.text not in PROFILES:
        problems.append(unusable(file, "$schema", profile))
    for given in listed.items:
        try:
            tables.append(read_resource(folder, given, file))
        except DisclosureError as error:
            problems.extend(error.problems)
    return tuple(tables), problems


def read_resource(folder: str, given: Given, file: str) -> DataTable:
    """Read one listed table; raise everything that makes it unreadable."""
    refused = unusable_properties(given, file)
    if refused:
        raise DisclosureError(*refused)
    schema, inline = read_schema(given, file)
    name = given.text_of("path")
    path_given = given.get("path") or given
    if not PATH.fullmatch(name):
        raise DisclosureError(RESOURCE_PATH.at(file, path_given.line, "path", value=name))
    path = f"{folder}/{name}"  # no Path objects here: thousands of files are read
    place = f"{file.rsplit('/', 1)[0]}/{name}"
    try:
        status = os.lstat(path)
    except OSError:
        raise DisclosureError(
            RESOURCE_MISSING.at(file, path_given.line, "path", value=name)
        ) from None
    if not stat.S_ISREG(status.st_mode):
        raise DisclosureError(RESOURCE_PATH.at(file, path_given.line, "path", value=name))
    if status.st_size > MAX_BYTES:
        raise unreadable(place, 0, f"超过 {MAX_BYTES // 10**6} MB", "too large", SPLIT)
    long = read_long(path) if status.st_size > LONG else None
    columns, rows = long or read_short(path, place)
    return DataTable(
        name=given.text_of("name") or name.removesuffix(".csv"),
        file=place,
        line=given.line,
        table=schema,
        columns=columns,
        rows=rows,
        schema=inline,
    )


def read_short(path: str, place: str) -> Read:
    """Return header and rows of a file; raise what makes it unreadable."""
    try:
        with open(path, "rb", buffering=0) as source:  # noqa: PTH123
            text = source.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise unreadable(place, 0, "不是 UTF-8 编码", error.reason) from None
    return parse_table(text, place)


def read_schema(given: Given, file: str) -> tuple[str, Table | None]:
    """Return the standard table a resource names, or else what it says of its columns itself.

    An address or a path is refused: nothing but the catalogue and the package says what a table is.
    """
    schema = given.get("schema")
    if schema is None or schema.is_blank:
        return "", None
    if schema.fields:
        return "", read_inline(schema, file)
    if schema.text.startswith(STANDARD):
        return schema.text.removeprefix(STANDARD), None
    reason = f"“{schema.text}”不是标准数据表"
    raise DisclosureError(
        RESOURCE_SCHEMA.at(file, schema.line, "schema", value=schema.text, reason=reason)
    )


def parse_table(text: str, file: str) -> Read:
    """Return header and rows; raise bad quoting, a bad header and rows of another width."""
    first, _, rest = text.partition("\n")
    names = cut_header(first)
    columns = cut_columns(rest, len(names)) if names else None
    if names and columns:
        return names, TextRows(columns)
    reader = read_cells(text)
    try:
        table = tuple(map(tuple, reader))
    except csv.Error as error:
        raise unreadable(file, reader.line_num, "引号或分隔符有误", str(error)) from None
    if not table or not any(table[0]):
        raise unreadable(file, 1, "没有表头", "no header row", HEADER)
    header = table[0]
    sign = re.search(r"[\t，;；、|]", header[0]) if len(header) == 1 else None
    if sign:
        name = SIGN_NAMES.get(sign[0], f"“{sign[0]}”")
        raise unreadable(file, 1, f"各列之间用的是{name}，应为英文逗号", f"{sign[0]!r} for a comma")
    problems = [
        HEADER_DUPLICATE.at(file, 1, name, row=1, value=name)
        for index, name in enumerate(header)
        if not name or name in header[:index]
    ]
    problems += [
        ROW_WIDTH.at(file, 0, row=row, value=str(len(cells)), expected=len(header))
        for row, cells in enumerate(table[1:], 2)
        if len(cells) != len(header)
    ]
    if problems:
        raise DisclosureError(*problems)
    return header, table[1:]


def unreadable(
    file: str, row: int, reason_zh: str, reason_en: str, advice: tuple[str, str] = SAVE_AGAIN
) -> DisclosureError:
    """Return the error of a table that cannot be read, with what to do about it."""
    return DisclosureError(
        RESOURCE_UNREADABLE.at(
            file,
            0,
            row=row,
            name=file.rsplit("/", 1)[-1],
            reason_zh=reason_zh,
            reason_en=reason_en,
            advice_zh=advice[0],
            advice_en=advice[1],
        )
    )
