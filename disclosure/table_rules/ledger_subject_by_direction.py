"""ledger-subject-by-direction: a subject that does not go with income, expense or transfer. Design.

The lists are the vocabularies `ledger_subject_*`; a standard without them allows every subject.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.problem import Code, Problem, Severity
from disclosure.table_rules.declare import Known, sheet_rule
from disclosure.table_rules.ledgers import TABLE
from disclosure.table_rules.sheet import Sheet, text

CODE = Code(
    "ledger-subject-by-direction",
    zh="{title}“{value}”不用于{direction}",
    en="the subject {value!r} is not for this direction",
    hint_zh="{direction}可以用：{allowed}",
    hint_en="see the vocabulary {vocabulary} in catalogue/vocabulary.csv",
    severity=Severity.WARNING,
)
VOCABULARIES = {
    "收入": "ledger_subject_income",
    "支出": "ledger_subject_expense",
    "转入": "ledger_subject_transfer",
    "转出": "ledger_subject_transfer",
}
MOST = 8  # subjects a hint names


@sheet_rule(CODE, TABLE)
def check(sheet: Sheet, known: Known) -> Iterator[Problem]:
    """Yield every line whose subject is not on the list of its direction."""
    lists = {
        direction: [word.value for word in known.catalogue.vocabulary.get(name, ())]
        for direction, name in VOCABULARIES.items()
    }
    fitting = {(direction, word) for direction, words in lists.items() for word in words}
    for row in sheet.rows_where(("direction", "subject"), lambda *pair: pair not in fitting):
        direction, subject = text(row, "direction"), text(row, "subject")
        if (direction, subject) in fitting or not lists.get(direction):
            continue
        words = lists[direction]
        yield sheet.problem(
            CODE,
            row,
            "subject",
            subject,
            direction=direction,
            allowed="、".join(words[:MOST]) + ("等" if len(words) > MOST else ""),
            vocabulary=VOCABULARIES[direction],
        )
