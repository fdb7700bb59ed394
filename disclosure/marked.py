"""Strict YAML in which every value keeps the line and column where it stands.

All scalars stay text: no word turns into a boolean and no code loses its leading zeros; what a
value means is decided by the declared type of its key. Anchors, aliases, tags and duplicate keys
are refused.
"""

from __future__ import annotations

from pathlib import Path

from disclosure.given import Given
from disclosure.plain import read_plain
from disclosure.problem import Code, DisclosureError, Problem
from disclosure.regular import read_regular

__all__ = ["Given", "load_marked", "read_marked", "read_yaml", "unreadable"]

UNREADABLE = Code(
    "yaml-unreadable",
    zh="{file} 无法读取：{reason_zh}",
    en="{file} cannot be read: {reason_en}",
    hint_zh="请确认文件存在、内容不为空，并以 UTF-8 编码保存",
    hint_en="the file must exist, hold something and be UTF-8",
)


def read_marked(text: str, file: str, first_line: int = 1) -> tuple[Given | None, list[Problem]]:
    """Return the one document in `text` and what is wrong with it; `first_line` is where it begins.

    An empty document is None, and so is a text that is no YAML at all.
    """
    plain = read_plain(text, first_line)
    if plain is not None:
        return plain, []
    return read_yaml(text, file, first_line)


def read_yaml(text: str, file: str, first_line: int) -> tuple[Given | None, list[Problem]]:
    """Return the same by libyaml, which knows all of YAML and says what is wrong."""
    from disclosure import strict_yaml

    return strict_yaml.read_yaml(text, file, first_line)


def load_marked(path: Path, file: str) -> Given:
    """Return the document of a YAML file of the standard; raise all that is wrong with it."""
    try:
        text = read_regular(path).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise unreadable(file, "不是 UTF-8 编码", error.reason) from None
    except OSError as error:
        raise unreadable(file, "文件打不开或不存在", error.strerror or "") from None
    given, problems = read_marked(text, file)
    if problems:
        raise DisclosureError(*problems)
    if given is None:
        raise unreadable(file, "文件是空的", "it is empty")
    return given


def unreadable(file: str, reason_zh: str, reason_en: str) -> DisclosureError:
    """Return the error of a file of the standard that cannot be read."""
    return DisclosureError(UNREADABLE.at(file, reason_zh=reason_zh, reason_en=reason_en))
