"""bank-card: a bank card number stands in content (个人信息保护法 art. 28: financial accounts)."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Folder
from disclosure.entry.sighting import sightings_in
from disclosure.personal import NumberKind
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import folder_rule

CODE = Code(
    "bank-card",
    zh="{where}出现银行卡号 {value}",
    en="a bank card number {value} stands in {file}",
    hint_zh="请删除这个号码；发放方式写“一卡通”“转账”即可，不写卡号",
    hint_en="delete it; say how it was paid, not to which card",
)


@folder_rule(CODE)
def check(folder: Folder, facts: Facts) -> Iterator[Problem]:
    """Yield every card number (prefix, length, Luhn) that is no organisation's credit code."""
    for found in sightings_in(folder, facts.root):
        if found.kind is NumberKind.BANK_CARD:
            yield found.problem(CODE)
