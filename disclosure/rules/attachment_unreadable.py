"""attachment-unreadable: an attachment cannot be opened, so nobody knows what it tells."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Folder
from disclosure.entry.examined import examined_in
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import folder_rule

CODE = Code(
    "attachment-unreadable",
    zh="{value} 无法检查：{reason_zh}",
    en="{value} cannot be examined: {reason_en}",
    hint_zh="请去掉密码，或从原件重新导出后再放进来",
    hint_en="remove the password, or export it anew from the original",
)


@folder_rule(CODE)
def check(folder: Folder, facts: Facts) -> Iterator[Problem]:
    """Yield each file that is encrypted, broken, empty or unpacks to too much."""
    for file in examined_in(folder, facts.root):
        reason = file.examination.unreadable
        if reason:
            yield CODE.at(file.file, value=file.name, reason_zh=reason[0], reason_en=reason[1])
