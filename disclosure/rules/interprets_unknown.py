"""interprets-unknown, supersedes-unknown: an entry names another that does not exist."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.entry import Folder
from disclosure.entry.target import Target, read_target
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import folder_rule

INTERPRETS = Code(
    "interprets-unknown",
    zh="所解读的文件“{value}”不存在",
    en="the interpreted document {value!r} does not exist",
    hint_zh="写栏目和文件名，如 interprets: articles/ebike-rules；"
    "其他区划的写 division:区划代码/articles/文件名",
    hint_en="write articles/<name>, or division:<code>/articles/<name> for another division",
)
SUPERSEDES = Code(
    "supersedes-unknown",
    zh="所替代的内容“{value}”不存在",
    en="the superseded entry {value!r} does not exist",
    hint_zh="写本区划内的栏目和文件名，如 supersedes: articles/village-rules-2023；旧内容应保留",
    hint_en="write articles/<name>; the old entry stays in place",
)
CODES = {"interprets": INTERPRETS, "supersedes": SUPERSEDES}


@folder_rule(INTERPRETS, SUPERSEDES)
def check(folder: Folder, facts: Facts) -> Iterator[Problem]:
    """Yield a problem for each reference that leads nowhere; a withdrawn target still stands."""
    for entry in folder.entries:
        for key, code in CODES.items():
            if entry.header.get(key) is None:
                continue
            text = entry.header.text(key)
            if text and not is_there(read_target(text, entry), folder, facts):
                yield code.at(entry.file, entry.header.line(key), key, value=text)


def is_there(target: Target | None, folder: Folder, facts: Facts) -> bool:
    """Tell whether a target exists, in this folder or on disk in another division's."""
    if target is None:
        return False
    if target.division == folder.division.code:
        return target.address in folder.entry_by_address
    division = facts.register.get(target.division)
    return division is not None and facts.is_file(division, target.file)
