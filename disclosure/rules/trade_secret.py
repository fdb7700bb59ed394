"""trade-secret: a price kept secret is told (`no_trade_secret`; 政府信息公开条例 art. 15).

A column of such prices is certain; in prose a word such as 标底 followed by a number is a guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.entry.passage import cells, matches
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

RULE = "no_trade_secret"
CODE = Code(
    "trade-secret",
    zh="{where}可能写了未公开的报价或底价（“{value}”）",
    en="a price kept secret ({value!r}) may be told",
    hint_zh="请核对：属于商业秘密的删除；依法应当公开的，改用“最高限价”“中标价”等规定名称",
    hint_en="check it: delete a trade secret, or use the name the law gives a public price",
)


@rule(CODE, privacy=RULE)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield secret prices in columns of their own and behind a word in prose."""
    lexicon = facts.catalogue.lexicon
    for cell in cells(entry, lexicon.sets["secret_columns"]):
        where = f"“{cell.column}”列"
        yield CODE.at(cell.table.file, 0, cell.column, row=cell.row, value=cell.column, where=where)
    for match in matches(lexicon.secret, entry):
        yield CODE.at(
            entry.file,
            match.line,
            match.field,
            value=match.found["word"],
            where=f"“{match.field}”" if match.field else "正文",
            severity=Severity.WARNING,
        )
