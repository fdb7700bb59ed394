"""bank-account: an account or a subsidy card number is told (`no_bank_account`).

Numbers that are a bank card by their own check are named by bank-card and not again. A column of
accounts is certain, a number behind a word such as 账号 a guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Entry
from disclosure.entry.passage import cells, matches
from disclosure.personal import mask_number, plain_digits, scan
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

RULE = "no_bank_account"
SHORTEST = 8  # digits
CODE = Code(
    "bank-account",
    zh="{where}写了银行账号或一卡通号（{value}）",
    en="an account or card number ({value}) is told",
    hint_zh="请删除账号；账户写本地代号，如“基本户”",
    hint_en="delete it; call the account by a name of your own",
)


@rule(CODE, privacy=RULE)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield numbers of eight digits and more in columns of accounts or behind an account word."""
    lexicon = facts.catalogue.lexicon
    for cell in cells(entry, lexicon.sets["account_columns"], has_digits):
        digits = plain_digits(cell.text)
        if len(digits) >= SHORTEST and not is_named_already(cell.text):
            yield CODE.at(
                cell.table.file,
                0,
                cell.column,
                row=cell.row,
                value=mask_number(digits),
                where=f"“{cell.column}”列",
            )
    for match in matches(lexicon.account, entry):
        number = match.found["number"]
        if len(plain_digits(number)) >= SHORTEST and not is_named_already(number):
            yield CODE.at(
                entry.file,
                match.line,
                match.field,
                value=mask_number(plain_digits(number)),
                where=f"“{match.field}”" if match.field else "正文",
                severity=Severity.WARNING,
            )


def has_digits(text: str) -> bool:
    """Tell whether a text holds digits enough for an account."""
    return len(plain_digits(text)) >= SHORTEST


def is_named_already(text: str) -> bool:
    """Tell whether another rule names this number: a card, an identity or a mobile number."""
    return next(scan(text), None) is not None
