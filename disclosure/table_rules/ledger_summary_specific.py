"""ledger-summary-specific: a line's summary says nothing but 其他, 杂费, 费用 or 开支. Design."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.ledgers import TABLE
from disclosure.table_rules.sheet import Sheet, text

CODE = Code(
    "ledger-summary-specific",
    zh="“{title}”只写了“{value}”，看不出是何人何事、数量多少",
    en="the summary {value!r} says neither who nor what nor how much",
    hint_zh="请写明事由、对象和数量，如“支付二组排水沟清淤人工费（3人4天）”",
    hint_en="say what for, to whom and how much",
    severity=Severity.WARNING,
)
VAGUE = re.compile(
    r"(?:其他|其它|杂费|杂项|费用|开支|支出|收入|款项|零星|日常|有关|相关|各项|各种|一批|若干|支付|收到|付|收|的|款|等|和|及"
    r"|[\s、，。,.；;（）()])+"
)


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every summary made of general words alone."""
    for row in sheet.rows_where(("summary",), is_vague):
        summary = text(row, "summary")
        if is_vague(summary):
            yield sheet.problem(CODE, row, "summary", summary)


def is_vague(summary: str | None) -> bool:
    """Tell whether a summary is made of general words alone."""
    return bool(summary and VAGUE.fullmatch(summary))
