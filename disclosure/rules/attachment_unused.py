"""attachment-unused: a file in `files/` is named by no entry, so no reader will find it."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Folder
from disclosure.entry.examined import entries_by_file
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.rule import folder_rule

CODE = Code(
    "attachment-unused",
    zh="没有任何内容用到 {value}",
    en="no entry names {value}",
    hint_zh="请在相应内容的 attachments 或 images 中列出，或删除这个文件",
    hint_en="list it under attachments or images, or delete it",
    severity=Severity.WARNING,
)


@folder_rule(CODE)
def check(folder: Folder, facts: Facts) -> Iterator[Problem]:
    """Yield each file that neither front matter nor body of any entry names."""
    if folder.files:
        for name in sorted(folder.files - entries_by_file(folder).keys()):
            yield CODE.at(f"{folder.division.folder}/{name}", value=name)
