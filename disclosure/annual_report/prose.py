"""The text of a draft: the six parts of the report, with what is on record told in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.annual_report.draft import MISSING, Draft, header
from disclosure.annual_report.records import ALL_PUBLISHED, Record
from disclosure.catalogue import FormRow, Table
from disclosure.dataset.wording import trimmed
from disclosure.table_rules.annual_reports import T2, T3

TO_FILL = "（待填写）"
PARTS = (
    ("总体情况", ""),
    ("主动公开政府信息情况", "表一"),
    ("收到和处理政府信息公开申请情况", "表二"),
    ("政府信息公开行政复议、行政诉讼情况", "表三"),
    ("存在的主要问题及改进情况", ""),
    ("其他需要报告的事项", ""),
)
NUMBERS = "一二三四五六"


def write_entry(draft: Draft, table: Table) -> str:
    """Return the Markdown file of the report: front matter and six parts."""
    sections = (
        f"## {number}、{title}\n\n{body(draft, number, name, table)}\n"
        for number, (title, name) in zip(NUMBERS, PARTS, strict=True)
    )
    return f"---\n{header(draft)}data: [{draft.name}]\n---\n" + "\n".join(sections)


def body(draft: Draft, number: str, name: str, table: Table) -> str:
    """Return what stands under one heading."""
    if number == NUMBERS[0]:
        total = draft.records.get(ALL_PUBLISHED)
        told = f"{trimmed(total.value)} 条" if total else MISSING
        return (
            f"本报告由{draft.body.name}编制，统计期限为{draft.year}年1月1日至12月31日。"
            f"全年通过本网站主动公开信息 {told}。\n\n{TO_FILL}"
        )
    if not name:
        return TO_FILL
    cells = [cell for cell in draft.cells() if name_of(cell[0]) == name]
    known = list(sentences(cells, table))
    missing = sum(record is None for _, _, record in cells)
    lines = [f"各项数字见所附数据表的{name}。"]
    lines += ["", *(f"- {line}" for line in known)] if known else []
    lines += ["", f"{name}另有 {missing} 格{MISSING}，填报前请逐格核实。"] if missing else []
    return "\n".join((*lines, "", TO_FILL))


def name_of(row: FormRow) -> str:
    """Return which of the three tables a row stands in."""
    return {T2: "表二", T3: "表三"}.get(row.part, "表一")


def sentences(cells: list[tuple[FormRow, str, Record | None]], table: Table) -> Iterator[str]:
    """Yield what is on record, with where it comes from."""
    labels = table.columns["column_code"].labels
    for row, column, record in cells:
        if record:
            title = labels.get(column, column)
            yield f"{row.label}，{title}：{trimmed(record.value)}（来源：{record.source}）"
