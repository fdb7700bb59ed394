"""attachment-disguised: what a file holds is not what its extension says."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.attachment import kind_of_name
from disclosure.entry import Folder
from disclosure.entry.examined import examined_in
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import folder_rule

NAMES = {
    "ole": ("旧版 Office 文件", "an old Office file"),
    "zip": ("压缩包", "a zip"),
    "text": ("纯文本", "plain text"),
    "binary": ("无法识别的数据", "unknown data"),
}
CODE = Code(
    "attachment-disguised",
    zh="{value} 的扩展名与内容不符，内容是{found_zh}",
    en="{value} is not what its extension says; it holds {found_en}",
    hint_zh="请用原来的软件重新保存，使扩展名与内容一致{better_zh}",
    hint_en="save it again so that extension and content agree{better_en}",
)


@folder_rule(CODE)
def check(folder: Folder, facts: Facts) -> Iterator[Problem]:
    """Yield each file whose first bytes or members are those of another kind."""
    for file in examined_in(folder, facts.root):
        if not file.examination.is_disguised:
            continue
        found = file.examination.found
        right = kind_of_name(f"x.{found}")
        better = "docx、.xlsx" if found == "ole" else right.suffix if right else ""
        yield CODE.at(
            file.file,
            value=file.name,
            found_zh=NAMES.get(found, (f" {right.title} 文件" if right else "其他文件", ""))[0],
            found_en=NAMES.get(found, ("", right.title if right else found))[1],
            better_zh=f"，如 .{better}" if better else "",
            better_en=f", such as .{better.replace('、', ' ')}" if better else "",
        )
