"""resident-id-half-masked: an identity number is masked, but shows too much of itself.

Catalogue rule `no_id_number`: a masked form may show at most the first three and the last two. A
column is certain, prose a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.entry.passage import matches
from disclosure.personal import Sought
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

RULE = "no_id_number"
LENGTHS = (15, 18)
FIRST, LAST = 3, 2
MASKED = Sought(
    r"(?a)(?<![\w*＊×])(?P<first>\d{0,15})[*＊×]{3,18}(?P<last>\d{0,15}[\dXx]?)(?![\w*＊×])",
    ("***", "＊＊＊", "×××"),  # masked names have fewer stars
)
CODE = Code(
    "resident-id-half-masked",
    zh="{where}的身份证号遮蔽不够，露出了前 {first} 位和后 {last} 位",
    en="an identity number shows its first {first} and last {last} characters",
    hint_zh="最好不写身份证号；要写的，至多露出前 3 位和后 2 位",
    hint_en="leave it out, or show at most the first three and the last two characters",
)


@rule(CODE, privacy=RULE)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield each number of an identity number's length whose mask hides too little."""
    for table, long in zip(entry.tables, entry.long_texts, strict=True) if entry.tables else ():
        if not MASKED.may_stand_in(long):
            continue
        for row, given in enumerate(table.rows, 2):
            for column, text in zip(table.columns, given, strict=False):
                for found in filter(shows_too_much, MASKED.pattern.finditer(text)):
                    yield problem(found, table.file, Severity.ERROR, row=row, field=column)
    if not MASKED.may_stand_in(entry.everything):
        return
    for match in matches(MASKED, entry):
        if shows_too_much(match.found):
            yield problem(
                match.found, entry.file, Severity.WARNING, line=match.line, field=match.field
            )


def shows_too_much(found: re.Match[str]) -> bool:
    """Tell whether a masked number has an identity number's length and too little hidden."""
    is_long = len(found[0]) in LENGTHS
    return is_long and (len(found["first"]) > FIRST or len(found["last"]) > LAST)


def problem(
    found: re.Match[str],
    file: str,
    severity: Severity,
    *,
    line: int = 0,
    row: int = 0,
    field: str = "",
) -> Problem:
    """Return the problem; it says how much is shown and not what."""
    place = f"“{field}”列" if row else f"“{field}”"
    return CODE.at(
        file,
        line,
        field,
        row=row,
        where=place if field else "正文",
        first=len(found["first"]),
        last=len(found["last"]),
        severity=severity,
    )
