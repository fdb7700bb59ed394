"""attachment-too-large: a file is larger than a village line or a stick should carry."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.attachment.kind import MEGABYTE
from disclosure.entry import Folder
from disclosure.entry.examined import examined_in
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import folder_rule

CODE = Code(
    "attachment-too-large",
    zh="{value} 有 {size} MB，超过 {limit} MB 的上限",
    en="{value} has {size} MB, more than the {limit} MB allowed",
    hint_zh="图片请缩小后再放；文件请压缩其中的图片或拆成几个",
    hint_en="shrink the picture, or split the document",
)


@folder_rule(CODE)
def check(folder: Folder, facts: Facts) -> Iterator[Problem]:
    """Yield each file above the limit of its kind: 2 MB a picture, 20 MB any other."""
    for file in examined_in(folder, facts.root):
        kind = file.examination.kind
        if kind and file.examination.is_too_large:
            yield CODE.at(
                file.file,
                value=file.name,
                size=f"{file.examination.size / MEGABYTE:.1f}",
                limit=kind.max_bytes // MEGABYTE,
            )
