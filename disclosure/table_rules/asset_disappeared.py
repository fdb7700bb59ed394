"""asset-disappeared: an asset of the last register is in the next one no more, and nothing says
why.

A row 已处置 says so, or a published disposal (E0407). Design.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from disclosure.problem import Code, Problem
from disclosure.table_rules.areas import GONE, TABLE, registers
from disclosure.table_rules.books import Books, Line
from disclosure.table_rules.declare import Known, books_rule
from disclosure.table_rules.sheet import text

CODE = Code(
    "asset-disappeared",
    zh="{before} 台账中的{title} {value}（{name}）不在 {after} 的台账中",
    en="asset {value} of the register of {before} is missing on {after}",
    hint_zh="请补上这一行；已经处置的，使用状况写“已处置”，或公开处置情况（E0407）",
    hint_en="add the row, as 已处置 where it was disposed of, or publish the disposal (E0407)",
)
DISPOSAL = "E0407"


@books_rule(CODE, TABLE)
def check(books: Books, known: Known) -> Iterator[Problem]:
    """Yield every asset that is lost between two registers, at the row that had it last."""
    disposals = [entry for entry in books.entries if entry.category == DISPOSAL]
    told = "\n".join(f"{entry.title}\n{entry.body}" for entry in disposals)
    for by_day in registers(books).values():
        for (before, old), (after, new) in pairwise(by_day.items()):
            for number, line in old.items():
                if number in new or is_told(line, told):
                    continue
                sheet, row = line
                yield sheet.problem(
                    CODE,
                    row,
                    "asset_no",
                    number,
                    name=row.cells["name"],
                    before=before,
                    after=after,
                )


def is_told(line: Line, told: str) -> bool:
    """Tell whether the register or a published disposal says what became of an asset."""
    row = line[1]
    if text(row, "use_status") == GONE:
        return True
    return any(word and word in told for word in (text(row, "asset_no"), text(row, "name")))
