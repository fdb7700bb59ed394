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
    hint_zh="{hint_zh}",
    hint_en="{hint_en}",
)


@folder_rule(CODE)
def check(folder: Folder, facts: Facts) -> Iterator[Problem]:
    """Yield each file whose first bytes or members are those of another kind."""
    for file in examined_in(folder, facts.root):
        if not file.examination.is_disguised:
            continue
        found = file.examination.found
        right = kind_of_name(f"x.{found}")
        if found == "ole":
            zh, en = "请用 Office 或 WPS 打开，另存为 docx 或 xlsx", "save it as docx or xlsx"
        elif right:
            zh, en = f"请把扩展名改为 .{found}", f"rename it to .{found}"
        else:
            zh, en = "请确认文件来源，重新导出", "check where it comes from and export it again"
        yield CODE.at(
            file.file,
            value=file.name,
            found_zh=NAMES.get(found, (f" {right.title} 文件" if right else "其他文件", ""))[0],
            found_en=NAMES.get(found, ("", right.title if right else found))[1],
            hint_zh=zh,
            hint_en=en,
        )
