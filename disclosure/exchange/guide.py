"""What the sheet of instructions of a form says: column by column, with an example of each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from disclosure.catalogue.keys import Key, KeyType
from disclosure.catalogue.table import Column, Table
from disclosure.dataset.wording import FORMS
from disclosure.exchange.words import choices_of

FORM, GUIDE = "填报", "填表说明"
HEADINGS = ("列名", "含义", "是否必填", "格式", "可填内容", "举例")
DAY_FORM = "日期，如 2026-09-01"
NOTES = (
    "一、在“填报”表最上面填写{keys}；从第 3 行起逐行填写，一行一笔，不要改动列名，不要合并单元格。",
    "二、橙色列名必填，绿色列名没有内容的留空；不要写“无”“同上”。",
    "三、不必写合计行；金额以元为单位，只填数字。",
    "四、不得填写身份证号、银行卡号和私人手机号。",
    "五、区划代码、期间整列不填的，由导入命令写明。",
    "六、填好后交给管理员，或自己导入：tasks.py import excel 文件 --division 区划 {table}",
)
MEANINGS = {  # of the keys above the table
    "publisher": "以哪个单位的名义公开",
    "by": "由谁审查同意公开，与编制的人分开",
    "date": "审查同意的日期",
    "formed_on": "这份信息制作完成的日期",
    "event_on": "所公开的事项发生的日期",
}
EXAMPLES = {
    "by": "云岭村村务监督委员会",
    "date": "2026-10-10",
    "division_code": "990101100200",
    "account_id": "基本户",
    "entry_no": "1",
    "line_no": "1",
    "voucher_no": "记-2026-09-001",
    "subject": "公益支出",
    "summary": "8月份村道路灯电费（3块电表）",
    "project_no": "2026-01",
    "contract_no": "HT-2026-001",
    "asset_no": "ZC-001",
    "village_group": "三组",
    "person_masked": "王*",
    "household_no": "03-012",
    "primary_pollutant": "PM2.5",
    "series_code": "E0101-01",
    "online_url": "https://example.org/item",
    "budget_year": "2026",
    "report_year": "2025",
    "body": "东区人民政府",
    "row_code": "3.1",
}
MONTH_NAMES = {"2026-09": "一个月", "2026-Q3": "一个季度", "2026": "一年"}


def guide_rows(table: Table, keys: Sequence[Key]) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the instructions: the headings, the keys, the columns."""
    yield HEADINGS
    for key in keys:
        needed = "必填" if key.is_required else "不按期公开的必填"
        form = DAY_FORM if key.type is KeyType.DAY else "文字，写全称"
        yield key.title, MEANINGS[key.name], needed, form, "—", example_of_key(key)
    for column in table.columns.values():
        yield (
            column.title,
            column.description or "—",
            "必填" if column.is_required else "可不填",
            form_of(column),
            "、".join(column.labels.get(word, word) for word in choices_of(column)) or "—",
            example_of(column),
        )


def notes(table: Table, keys: Sequence[Key]) -> Iterator[str]:
    """Yield what holds for the whole form."""
    period = " --period 期间" if "period" in table.columns else ""
    above = "、".join(key.title for key in keys)
    for note in NOTES:
        yield note.format(keys=above, table=f"--table {table.name}{period}")


def form_of(column: Column) -> str:
    """Return in what form a column is filled."""
    limits = column.limits
    unit = f"，单位：{column.unit}" if column.unit else ""
    if choices_of(column):
        return "从列表中选"
    match column.type:
        case "date":
            return DAY_FORM
        case "integer":
            return "整数" + unit
        case "number":
            places = f"，至多 {limits.scale} 位小数" if limits.scale is not None else ""
            return "数字" + places + unit
        case _:
            least = f"，至少 {limits.min_length} 个字" if limits.min_length else ""
            form = FORMS.get(limits.pattern, "文字").removeprefix("应为").removeprefix("应")
            return form.strip() + least


def example_of_key(key: Key) -> str:
    """Return an example of a key."""
    return key.example or EXAMPLES[key.name]


def example_of(column: Column) -> str:
    """Return an example that the column takes."""
    words = choices_of(column)
    if words:
        return column.labels.get(words[0], words[0])
    if column.name in EXAMPLES:
        return EXAMPLES[column.name]
    match column.type:
        case "date":
            return "2026-09-01"
        case "integer":
            return "1"
        case "number":
            return "1200.50" if column.limits.scale == 2 else "12.5"
        case _:
            form = FORMS.get(column.limits.pattern, "")
            return next((one for one in MONTH_NAMES if one in form), "—")
