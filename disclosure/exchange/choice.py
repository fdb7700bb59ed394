"""Chooses what the person left open: the sheet of a workbook, the category of a table."""

from __future__ import annotations

from collections.abc import Mapping

from disclosure.catalogue import Catalogue, Category, Table
from disclosure.catalogue.binding import Place
from disclosure.catalogue.headings import Heading
from disclosure.dataset.explain import Sentences
from disclosure.division import Division
from disclosure.exchange.guide import GUIDE
from disclosure.exchange.header import Header, find_header
from disclosure.exchange.plain import squeezed
from disclosure.problem import Code, DisclosureError
from disclosure.rules.category_unknown import find_category
from disclosure.workbook import Sheet, Workbook

HEADER_UNKNOWN = Code(
    "import-header-unknown",
    zh="没有找到“{table}”的表头",
    en="no header row of {value} was found",
    hint_zh="表头要有这些列名：{expected}；可以用 tasks.py template {value} 生成模板填写",
    hint_en="name the columns as the table does; tasks.py template {value} writes a form",
)
SHEET_UNCLEAR = Code(
    "import-sheet-unclear",
    zh="不知道导入哪个工作表：{reason_zh}",
    en="which sheet is meant is not clear",
    hint_zh="请用 --sheet 写明工作表，可写：{allowed}",
    hint_en="name the sheet with --sheet: {allowed}",
)
TABLE_UNKNOWN = Code(
    "import-table-unknown",
    zh="没有标准数据表“{value}”",
    en="there is no standard table {value!r}",
    hint_zh="可写：{allowed}",
    hint_en="use one of: {allowed}",
)
CATEGORY_UNCLEAR = Code(
    "import-category-unclear",
    zh="“{table}”用于{level}的类目{reason_zh}",
    en="the category of {value} is not clear",
    hint_zh="请用 --category 写明类目，可写：{allowed}",
    hint_en="name the category with --category: {allowed}",
)
LISTED = 8  # columns named when no header was found


def find_table(name: str, catalogue: Catalogue) -> Table:
    """Return the standard table of a name or a title."""
    for table in catalogue.tables.values():
        if squeezed(name).lower() in (table.name, table.name.replace("_", "-"), table.title):
            return table
    allowed = tuple(f"{table.name}（{table.title}）" for table in catalogue.tables.values())
    raise DisclosureError(
        TABLE_UNKNOWN.at("", 0, "table", value=name, allowed=Sentences(allowed, "、"))
    )


def choose_sheet(
    book: Workbook, name: str | None, known: Mapping[str, Heading], table: Table, file: str
) -> tuple[Sheet, Header]:
    """Return the one sheet with a header of the table; hidden ones only by their name."""
    names = tuple(sheet.name for sheet in book.sheets)
    if name is not None:
        sheet = next((one for one in book.sheets if squeezed(one.name) == squeezed(name)), None)
        if sheet is None:
            raise unclear(f"没有工作表“{name}”", names)
        found = find_header(sheet, known)
        if found is None:
            raise no_header(table, file)
        return sheet, found
    fitting = [
        (sheet, header)
        for sheet in book.sheets
        if not sheet.is_hidden and sheet.name != GUIDE and (header := find_header(sheet, known))
    ]
    if not fitting:
        raise no_header(table, file)
    if len(fitting) > 1:
        titles = tuple(sheet.name for sheet, _ in fitting)
        raise unclear(f"有 {len(fitting)} 个工作表都像是{table.title}", titles)
    return fitting[0]


def choose_category(
    code: str | None, table: Table, division: Division, catalogue: Catalogue
) -> Category:
    """Return the category typed, else the one whose elements the table itself holds."""
    fitting = [
        category
        for category in catalogue.categories.values()
        if category.data_table == table.name
        and division.level in category.levels
        and not category.view_of
    ]
    allowed = tuple(f"{category.code}（{category.name}）" for category in fitting) or ("—",)
    if code is not None:
        category = find_category(code, catalogue.categories)
        if category.data_table == table.name:
            return category
        raise no_category(table, division, f"不包括 {category.code}（{category.name}）", allowed)
    whole = [
        category
        for category in fitting
        if all(
            binding.place is Place.COLUMN for binding in catalogue.bindings.get(category.code, ())
        )
    ]
    for found in (whole, fitting):
        if len(found) == 1:
            return found[0]
    raise no_category(
        table, division, f"有 {len(fitting)} 个" if fitting else "一个也没有", allowed
    )


def no_header(table: Table, file: str) -> DisclosureError:
    """Return the error of a workbook without the table."""
    titles = [column.title for column in table.columns.values()]
    expected = "、".join(titles[2 : 2 + LISTED]) + "等"  # behind division and period
    return DisclosureError(
        HEADER_UNKNOWN.at(file, 0, value=table.name, table=table.title, expected=expected)
    )


def unclear(reason: str, allowed: tuple[str, ...]) -> DisclosureError:
    """Return the error of a sheet that is not there, or of several that are."""
    listed = Sentences(allowed, "、")
    return DisclosureError(SHEET_UNCLEAR.at("", 0, "sheet", reason_zh=reason, allowed=listed))


def no_category(
    table: Table, division: Division, reason: str, allowed: tuple[str, ...]
) -> DisclosureError:
    """Return the error of a category that does not fit, or of several that do."""
    return DisclosureError(
        CATEGORY_UNCLEAR.at(
            "",
            0,
            "category",
            value=table.name,
            table=table.title,
            level=division.level.zh,
            reason_zh=reason,
            allowed=Sentences(allowed, "、"),
        )
    )
