"""Reads the plain part of YAML in which good front matter is written, faster than libyaml.

The accept path beside `marked`: one key a line, maps and lists by indentation or on one line, plain
and simply quoted text. Whatever is not of this form, or wrong, is left to libyaml: None. Both must
agree on every value, line and column (tests/test_plain.py).
"""

from __future__ import annotations

import re

from disclosure.given import Given

MAX_DEPTH = 6  # a descriptor's resources > schema > fields > constraints is the deepest honest use
# Tabs, other white space, line breaks of other alphabets and what libyaml refuses.
ODD = re.compile(
    "[^\n -~\xa1-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\ud7ff\uf900-\ufefe\uff01-\uffef]"
)
KEY = r"[^\s\-.?:,\[\]{}#&*!|>'\"%@`](?:[^:#\n]{0,200}[^ :#\n])?"
# Of a line: its indentation; key and colon, if it begins with them; what is left of it.
LINE = re.compile(rf"^( *)(?:({KEY})(: +|:$))?(.*)$", re.MULTILINE)
PAIR = re.compile(rf"({KEY})(: +|:$)(.*)")
# Of a text on one line in brackets: up to a comma or a bracket; no colon, no quotes, no indicator.
PIECE = re.compile(r" *([^\s\-.?:,\[\]{}#&*!|>'\"%@`=<][^:,\[\]{}#'\"?]*|'[^'\n]*') *")
NAME = re.compile(r" *([^\s\-.?:,\[\]{}#&*!|>'\"%@`=<][^:,\[\]{}#'\"? ]*): +")
INDICATORS = frozenset("-?:,[]{}#&*!|>%@`")
new = tuple.__new__  # makes a Given without the function in between: twice as fast
SPECIAL = INDICATORS | {"'", '"'}


class NotPlainError(Exception):
    """Raised where the text leaves the plain part; it never leaves this module."""


def read_plain(text: str, first_line: int) -> Given | None:
    """Return the map in `text`, or None where it is not plain; nothing in it is wrong."""
    if ODD.search(text):
        return None
    lines = [
        (len(blanks), key, len(colon), rest.rstrip(" "), number)
        for number, (blanks, key, colon, rest) in enumerate(LINE.findall(text), first_line)
        if key or rest
    ]
    if not lines or lines[0][0]:
        return None
    try:
        reader = _Reader(lines)
        found = reader.map(0, 0, 0)
        return found if reader.at == len(lines) else None
    except NotPlainError:
        return None


class _Reader:
    """Walks over lines given as (indentation, key or "", width of the colon, rest, number)."""

    def __init__(self, lines: list[tuple[int, str, int, str, int]]) -> None:
        self.lines = [*lines, (-1, "", 0, "", 0)]
        self.at = 0

    def map(self, indent: int, depth: int, key_line: int) -> Given:
        """Return the map whose keys stand at `indent`."""
        lines = self.lines
        begin = lines[self.at][4]
        found: dict[str, Given] = {}
        while True:
            here, name, colon, value, line = lines[self.at]
            if here != indent:
                if here > indent:
                    raise NotPlainError
                return Given(begin, indent + 1, fields=found, key_line=key_line)
            if not name or name in found:
                raise NotPlainError
            self.at += 1
            if value:
                if lines[self.at][0] > indent:
                    raise NotPlainError
                start = indent + len(name) + colon
                if value[0] not in SPECIAL and ": " not in value and " #" not in value:
                    if value[-1] == ":":
                        raise NotPlainError
                    found[name] = new(Given, (line, start + 1, value, None, None, line, False))
                else:
                    found[name] = one_line(value, line, start, depth + 1, line)
            elif lines[self.at][0] > indent:
                found[name] = self.block(depth + 1, line)
            else:
                raise NotPlainError

    def block(self, depth: int, key_line: int) -> Given:
        """Return the list or map that begins on the next line."""
        if depth >= MAX_DEPTH:
            raise NotPlainError
        indent, name, _, content, _ = self.lines[self.at]
        if not name and content.startswith("- "):
            return self.list(indent, depth, key_line)
        return self.map(indent, depth, key_line)

    def list(self, indent: int, depth: int, key_line: int) -> Given:
        """Return the list whose hyphens stand at `indent`."""
        lines = self.lines
        begin = lines[self.at][4]
        found: list[Given] = []
        while True:
            here, name, _, content, line = lines[self.at]
            if here != indent:
                if here > indent:
                    raise NotPlainError
                return Given(begin, indent + 1, items=tuple(found), key_line=key_line)
            if name or not content.startswith("- "):
                raise NotPlainError
            rest = content[2:].lstrip(" ")
            inner = indent + len(content) - len(rest)
            pair = PAIR.fullmatch(rest)
            if pair:
                if depth + 1 >= MAX_DEPTH:
                    raise NotPlainError
                lines[self.at] = (inner, pair[1], len(pair[2]), pair[3], line)
                found.append(self.map(inner, depth + 1, 0))
                continue
            self.at += 1
            if lines[self.at][0] > indent:
                raise NotPlainError
            found.append(one_line(rest, line, inner, depth + 1, 0))


def one_line(value: str, line: int, start: int, depth: int, key_line: int) -> Given:
    """Return a value that ends with its line; `start` is where it begins, counted from 0."""
    first = value[0]
    if first in "{[":
        found, end = flow(value, 0, line, start, depth, key_line)
        if end != len(value):
            raise NotPlainError
        return found
    if first in "'\"":
        inner = value[1:-1]
        if len(value) < 2 or value[-1] != first or first in inner or "\\" in inner:
            raise NotPlainError
        return new(Given, (line, start + 1, inner, None, None, key_line, True))
    if first in INDICATORS or ": " in value or " #" in value or value[-1] == ":":
        raise NotPlainError
    return new(Given, (line, start + 1, value, None, None, key_line, False))


def flow(
    value: str, at: int, line: int, start: int, depth: int, key_line: int
) -> tuple[Given, int]:
    """Return the list or map in brackets that begins at `at`, and where it ends."""
    if depth >= MAX_DEPTH:
        raise NotPlainError
    is_map = value[at] == "{"
    column = start + at + 1
    fields: dict[str, Given] = {}
    items: list[Given] = []
    at += 1
    while True:
        key = NAME.match(value, at) if is_map else None
        if key:
            at = key.end()
        elif is_map:
            raise NotPlainError
        part, at = piece(value, at, line, start, depth, line if key else 0)
        if key is None:
            items.append(part)
        elif key[1] in fields:
            raise NotPlainError
        else:
            fields[key[1]] = part
        sign = value[at : at + 1]
        at += 1
        if sign == ("}" if is_map else "]"):
            if is_map:
                return Given(line, column, fields=fields, key_line=key_line), at
            return Given(line, column, items=tuple(items), key_line=key_line), at
        if sign != ",":
            raise NotPlainError


def piece(
    value: str, at: int, line: int, start: int, depth: int, key_line: int
) -> tuple[Given, int]:
    """Return one part of a list or map in brackets, and where the sign after it stands."""
    match = PIECE.match(value, at)
    if match:
        text = match[1]
        is_quoted = text[0] == "'"
        text = text[1:-1] if is_quoted else text.rstrip(" ")
        column = start + match.start(1) + 1
        found = new(Given, (line, column, text, None, None, key_line, is_quoted))
        return found, match.end()
    at = past_blanks(value, at)
    if value[at : at + 1] not in ("{", "["):
        raise NotPlainError
    found, at = flow(value, at, line, start, depth + 1, key_line)
    return found, past_blanks(value, at)


def past_blanks(value: str, at: int) -> int:
    """Return the place of the next sign that is no blank."""
    while value[at : at + 1] == " ":
        at += 1
    return at
