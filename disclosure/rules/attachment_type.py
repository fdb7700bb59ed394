"""attachment-type: a file in `files/` is of a kind that may not be attached."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.attachment import KINDS, OLD_FORMATS
from disclosure.entry import Folder
from disclosure.entry.examined import examined_in
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import folder_rule

ALLOWED = " ".join(KINDS)
CODE = Code(
    "attachment-type",
    zh="{value} 的格式不能作附件",
    en="{value} is of a kind that may not be attached",
    hint_zh="请另存为可用的格式（{allowed}）{better_zh}",
    hint_en="save it in an allowed format ({allowed}){better_en}",
)


@folder_rule(CODE)
def check(folder: Folder, facts: Facts) -> Iterator[Problem]:
    """Yield each file whose extension is not on the list; old formats get their new name."""
    for file in examined_in(folder, facts.root):
        if file.examination.kind is None:
            suffix = file.name.rpartition(".")[2].lower()
            better = OLD_FORMATS.get(suffix)
            zh = f"，建议 .{better}" if better else ""
            en = f", preferably .{better}" if better else ""
            yield CODE.at(file.file, value=file.name, allowed=ALLOWED, better_zh=zh, better_en=en)
