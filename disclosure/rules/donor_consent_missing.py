"""donor-consent-missing: a donor is named without a record that he agrees (`donor_consent`).

In a table the record is a column such as `donor_consent`; in prose it is an element or a sentence
that says 捐赠人同意. Masked names need none.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.entry.passage import Cell, cells, matches
from disclosure.personal import Lexicon, mask_name
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.name_unmasked import DONORS, is_donation, value_in
from disclosure.rules.rule import rule

CONSENT = ("捐赠人同意", "捐款人同意", "经捐赠人同意", "征得捐赠人同意")
CODE = Code(
    "donor-consent-missing",
    zh="捐赠人“{value}”的姓名没有同意公开的记录",
    en="the donor {value!r} is named without a record of consent",
    hint_zh="取得同意后在 donor_consent 列写“是”（正文中写明“经捐赠人同意公开”），否则只写“王*”",
    hint_en="record consent in the column donor_consent, or mask the name",
)


@rule(CODE, privacy=DONORS)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield each donor named in full whose consent is not recorded."""
    lexicon = facts.catalogue.lexicon
    donors = lexicon.sets["donor_columns"]
    for cell in cells(entry, donors | lexicon.sets["person_columns"]):
        if cell.column not in donors and not is_donation(cell.table, cell.row):
            continue
        if not has_consent(cell, lexicon):
            for name in lexicon.bare_names(cell.text):
                yield CODE.at(cell.table.file, 0, cell.column, row=cell.row, value=mask_name(name))
    for match in matches(lexicon.labelled("donor_labels"), entry):
        name = match.found["name"]
        if lexicon.is_name(name) and not says_consent(entry):
            yield CODE.at(
                entry.file,
                match.line,
                match.field,
                value=mask_name(name),
                severity=Severity.WARNING,
            )


def has_consent(cell: Cell, lexicon: Lexicon) -> bool:
    """Tell whether the row of a donor records that he agrees."""
    return any(
        lexicon.has("consent_given", value_in(cell.table, cell.row, column).lower())
        for column in lexicon.words["donor_consent_columns"]
    )


def says_consent(entry: Entry) -> bool:
    """Tell whether an entry says in words that its donors agree."""
    texts = (entry.body, *(text.text for text in entry.header.given.walk()))
    return any(word in text for word in CONSENT for text in texts)
