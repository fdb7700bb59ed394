"""What a sheet says around its table, such as 单位：万元 or 账户：基本户."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from disclosure.exchange.plain import narrow, plain, tidy
from disclosure.workbook import Sheet, address

SIGNERS = (
    "制表人", "制表", "填表人", "填报人", "编制人", "制单人", "制单", "审核人", "审核", "复核人",
    "复核", "会计主管", "会计", "出纳", "报账员", "记账员", "记账", "单位负责人", "负责人", "主管",
    "村主任", "理事长", "监督人", "村务监督委员会主任", "村务监督委员会", "监委会主任", "填表日期",
    "填报日期", "制表日期", "报送日期", "审核日期", "签字", "签章", "盖章", "公章", "公开主体",
    "公开单位", "拟稿", "审查人", "审查日期", "审查依据", "形成日期", "事项发生日期",
)  # fmt: skip
UNITS = ("金额单位", "货币单位", "计量单位", "单位")  # that what stands before them ends there
PREPARED = ("制表人", "制表", "填表人", "填报人", "编制人", "报账员")
REVIEWED = ("审核人", "审核", "复核人", "复核")
ALIASES = {"prepared_by": PREPARED, "reviewed_by": REVIEWED}
KEYS = {  # keys of the descriptor, with the words that say them beside the table
    "publisher": ("公开主体", "公开单位"),
    "author": ("拟稿", *PREPARED),
    "review.by": ("审查人", *REVIEWED),
    "review.date": ("审查日期", "审核日期"),
    "review.basis": ("审查依据",),
    "formed_on": ("形成日期",),
    "event_on": ("事项发生日期",),
}


class Said(Struct, frozen=True):
    """What stands behind a label beside the table, and where."""

    text: str
    place: str


def read_around(sheet: Sheet, rows: Iterable[int], labels: Iterable[str]) -> dict[str, Said]:
    """Return what some rows outside the table say, by label; the first that says anything wins."""
    pattern = label_pattern((*labels, *UNITS, *SIGNERS))
    found: dict[str, Said] = {}
    for row in rows:
        for label, said in read_row(sheet, row, pattern):
            found.setdefault(label, said)
    return found


def label_pattern(labels: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of labels and their colon; people put blanks between two characters."""
    longest_first = sorted(set(labels), key=lambda label: (-len(label), label))
    spaced = (r"\s*".join(map(re.escape, label)) for label in longest_first)
    return re.compile(rf"(?<![\u4e00-\u9fff])({'|'.join(spaced)})\s*(?:\([^()]*\))?\s*[:：]\s*")


def read_row(sheet: Sheet, row: int, pattern: re.Pattern[str]) -> Iterator[tuple[str, Said]]:
    """Yield each label of a row with what follows it, in its own cell or in the next filled one."""
    cells = [(column, value) for column, value in enumerate(sheet.rows[row]) if value is not None]
    for index, (column, value) in enumerate(cells):
        if not isinstance(value, str):
            continue
        text = narrow(value)
        found = list(pattern.finditer(text))
        for number, label in enumerate(found):
            last = number + 1 == len(found)
            said = tidy(text[label.end() : len(text) if last else found[number + 1].start()])
            place = column
            if not said and last and index + 1 < len(cells):
                place, beside = cells[index + 1]
                said = "" if pattern.match(narrow(plain(beside))) else tidy(plain(beside))
            if said:
                yield re.sub(r"\s", "", label[1]), Said(said, address(row, place))


def is_signature(sheet: Sheet, row: int) -> bool:
    """Tell whether a row names who made or examined the table."""
    return any(isinstance(value, str) and SIGNED.match(narrow(value)) for value in sheet.rows[row])


SIGNED = label_pattern(SIGNERS)
