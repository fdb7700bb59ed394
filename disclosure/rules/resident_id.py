"""resident-id: a resident identity number stands in content (个人信息保护法 arts. 25, 28)."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Folder
from disclosure.entry.sighting import sightings_in
from disclosure.personal import NumberKind
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import folder_rule

CODE = Code(
    "resident-id",
    zh="{where}出现居民身份证号 {value}",
    en="a resident identity number {value} stands in {file}",
    hint_zh="请删除这个号码；确需区分同名人员的，用本地流水号。已提交的，请联系管理员清除历史记录",
    hint_en="delete it; to tell persons apart use a serial number of your own",
)


@folder_rule(CODE)
def check(folder: Folder, facts: Facts) -> Iterator[Problem]:
    """Yield every number whose check character and birth date are right, wherever it stands."""
    for found in sightings_in(folder, facts.root):
        if found.kind is NumberKind.RESIDENT_ID:
            yield found.problem(CODE)
