"""attachment-macros: an attachment holds a program, or files inside it."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Folder
from disclosure.entry.examined import examined_in
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import folder_rule

CODE = Code(
    "attachment-macros",
    zh="{value} 里含有{active}，不能发布",
    en="{value} holds a program or files: {active}",
    hint_zh="请另存为不含宏的 docx、xlsx，或用“打印为 PDF”重新生成",
    hint_en="save it without macros, or print it to PDF anew",
)


@folder_rule(CODE)
def check(folder: Folder, facts: Facts) -> Iterator[Problem]:
    """Yield each office file with macros and each PDF with scripts, launches or embedded files."""
    for file in examined_in(folder, facts.root):
        if file.examination.active:
            yield CODE.at(file.file, value=file.name, active="、".join(file.examination.active))
