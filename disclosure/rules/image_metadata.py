"""image-metadata: a picture tells where it was taken or by whom (个人信息保护法 art. 4)."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Folder
from disclosure.entry.examined import examined_in
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import folder_rule

CODE = Code(
    "image-metadata",
    zh="图片 {value} 带有{found_zh}",
    en="the picture {value} carries {found_en}",
    hint_zh="运行 tasks.py check --fix 自动清除，画面不变",
    hint_en="run tasks.py check --fix; the pixels stay as they are",
)


@folder_rule(CODE)
def check(folder: Folder, facts: Facts) -> Iterator[Problem]:
    """Yield each picture with GPS or personal fields in its metadata."""
    for file in examined_in(folder, facts.root):
        metadata = file.examination.metadata
        if metadata.is_personal:
            names = [name for name, _ in metadata.fields]
            zh = ["拍摄位置"] * metadata.has_gps + [f"{name} 字段" for name in names]
            en = ["the place it was taken"] * metadata.has_gps + names
            yield CODE.at(
                file.file, value=file.name, found_zh="、".join(zh), found_en=", ".join(en)
            )
