"""Strict YAML by libyaml's parser, whose absence is an error; the only module that imports yaml.

What is written plainly is read without it (`plain.py`), so it is imported where something is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import yaml

from disclosure.given import Given
from disclosure.personal.hide import hide_numbers
from disclosure.plain import MAX_DEPTH
from disclosure.problem import Code, DisclosureError, Problem

# What libyaml refuses without saying where: all that is no c-printable of YAML 1.1.
UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

NOT_YAML = Code(
    "front-matter-not-yaml",
    zh="第 {line} 行不符合 YAML 写法，后面的内容无法识别",
    en="line {line} is not valid YAML: {reason}",
    hint_zh="{advice_zh}",
    hint_en="{advice_en}",
)
ADVICE = (
    "每行写成“键: 值”，冒号用英文半角并空一格；值里有冒号或引号时，整个值加英文单引号",
    "write `key: value`; quote a value that holds a colon or quotes",
)
RETYPE = (
    "这一行有看不见的控制字符：请删去整行，重新输入",
    "the line holds a control character: delete it and type it anew",
)
LINE = re.compile(r"(?P<key>[a-z_]{1,40}):[ ]+(?P<value>\S.*)", re.ASCII)
STARTS = re.compile(r"[\[{&*!|>%@`\"']")
DUPLICATE = Code(
    "key-duplicate",
    zh="键 {field} 写了两次，第 {line} 行与第 {first} 行重复",
    en="key {field} is given twice, on lines {first} and {line}",
    hint_zh="请保留一处，删除另一处",
    hint_en="keep one of the two",
)
ANCHOR = Code(
    "yaml-anchor",
    zh="第 {line} 行用了 YAML 的引用或标签（{value}），本系统不接受",
    en="line {line} uses a YAML anchor, alias or tag ({value}), which is refused",
    hint_zh="请直接写出值；值以 &、* 或 ! 开头时，用英文单引号括起来",
    hint_en="write the value out, or quote a value that begins with & * or !",
)
TOO_DEEP = Code(
    "yaml-too-deep",
    zh="第 {line} 行嵌套超过 {limit} 层",
    en="line {line} is nested deeper than {limit} levels",
    hint_zh="请减少缩进层次",
    hint_en="flatten the structure",
)


class _Builder:
    """Builds the tree of one document from libyaml's events, gathering problems on the way."""

    def __init__(self, text: str, file: str, first_line: int) -> None:
        self.loader = yaml.CBaseLoader(text)
        # libyaml's events are untyped: each kind has attributes of its own.
        self.next: Callable[[], Any] = self.loader.get_event
        self.file = file
        self.offset = first_line
        self.problems: list[Problem] = []

    def build(self) -> Given | None:
        loader = self.loader
        try:
            self.next()  # stream start
            if loader.check_event(yaml.StreamEndEvent):
                return None
            self.next()  # document start
            root = self.value(self.next(), 0, 0)
            self.next()  # document end
            if not loader.check_event(yaml.StreamEndEvent):
                mark = self.next().start_mark
                raise yaml.MarkedYAMLError(problem="a second document", problem_mark=mark)
        finally:
            loader.dispose()
        return root

    def value(self, event: Any, depth: int, key_line: int) -> Given:
        mark = event.start_mark
        line, column = mark.line + self.offset, mark.column + 1
        if isinstance(event, yaml.ScalarEvent):
            if event.anchor is not None or event.tag is not None:
                self.refuse(line, event)
            return Given(line, column, event.value, key_line=key_line, quoted=bool(event.style))
        if isinstance(event, yaml.AliasEvent):
            self.refuse(line, event)
            return Given(line, column, key_line=key_line)
        if event.anchor is not None or event.tag is not None:
            self.refuse(line, event)
        if depth >= MAX_DEPTH:
            raise DisclosureError(TOO_DEEP.at(self.file, line, limit=MAX_DEPTH))
        if isinstance(event, yaml.MappingStartEvent):
            return Given(line, column, fields=self.fields(depth), key_line=key_line)
        return Given(line, column, items=self.items(depth), key_line=key_line)

    def items(self, depth: int) -> tuple[Given, ...]:
        found = []
        while not isinstance(event := self.next(), yaml.SequenceEndEvent):
            found.append(self.value(event, depth + 1, 0))
        return tuple(found)

    def fields(self, depth: int) -> dict[str, Given]:
        found: dict[str, Given] = {}
        while not isinstance(event := self.next(), yaml.MappingEndEvent):
            key = self.value(event, depth + 1, 0)
            value = self.value(self.next(), depth + 1, key.line)
            name = key.text
            if name in found:
                first = found[name].key_line
                self.problems.append(DUPLICATE.at(self.file, key.line, name, first=first))
            else:
                found[name] = value
        return found

    def refuse(self, line: int, event: Any) -> None:
        sign = getattr(event, "tag", None) or event.anchor or ""
        self.problems.append(ANCHOR.at(self.file, line, value=str(sign)))


def read_yaml(text: str, file: str, first_line: int) -> tuple[Given | None, list[Problem]]:
    """Return the one document in `text` and what is wrong with it; `first_line` is where it begins.

    An empty document is None. Where the text is no YAML at all the document is None too, and the
    problem names the line at which libyaml gave up, or at which an unclosed quote begins.
    """
    builder = _Builder(text, file, first_line)
    try:
        return builder.build(), builder.problems
    except DisclosureError as error:
        return None, [*builder.problems, *error.problems]
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        if "quoted scalar" in str(getattr(error, "context", None)):
            mark = getattr(error, "context_mark", None) or mark
        unprintable = UNPRINTABLE.search(text)
        before = text.count("\n", 0, unprintable.start()) if unprintable else 0
        line = (mark.line if mark else before) + first_line
        column = mark.column + 1 if mark else 0
        reason = str(getattr(error, "problem", None) or "unreadable character")
        advice = RETYPE if unprintable else advise(text, line - first_line, line)
        problem = NOT_YAML.at(
            file, line, column=column, reason=reason, advice_zh=advice[0], advice_en=advice[1]
        )
        return None, [*builder.problems, problem]


def advise(text: str, index: int, line: int) -> tuple[str, str]:
    """Return what to type instead of a line: its value in quotes, where that makes it right."""
    lines = text.split("\n")
    found = LINE.fullmatch(lines[index].rstrip()) if index < len(lines) else None
    if found is None:
        return ADVICE
    value = found["value"]
    if not STARTS.match(value) and not re.search(r":(?:\s|$)", value):
        return ADVICE
    meant = f"{found['key']}: '" + hide_numbers(value).replace("'", "''") + "'"
    return f"第 {line} 行改为：{meant}", f"line {line}: {meant}"
