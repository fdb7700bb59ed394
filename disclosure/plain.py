"""Reads the plain part of YAML in which good front matter is written, faster than libyaml.

The accept path beside `marked`: one key a line, maps and lists by indentation or on one line, plain
and simply quoted text, keys without a value, comments from the first column on. Whatever is not of
this form, or wrong, is left to libyaml: None. Both must agree on every value, line and column
(tests/test_plain.py).
"""

from __future__ import annotations

import re
from functools import lru_cache

from disclosure.given import Given

LONGEST = 20_000  # characters: of what is longer too much would be remembered
MAX_DEPTH = 6  # a descriptor's resources > schema > fields > constraints is the deepest honest use
KEY = r"[^\s\-.?:,\[\]{}#&*!|>'\"%@`](?:[^:#\n]{0,200}[^ :#\n])?"
FIRST = re.compile(rf"( *)({KEY})")  # what stands before a colon, where that is a key
# Of a text on one line in brackets: up to a comma or a bracket; no colon, no quotes, no indicator.
TEXT = r"[^\s\-.?:,\[\]{}#&*!|>'\"%@`=<][^:,\[\]{}#'\"?]*"
PIECE = re.compile(rf" *({TEXT}|'[^'\n]*') *")
LABEL = r"[^\s\-.?:,\[\]{}#&*!|>'\"%@`=<][^:,\[\]{}#'\"? ]*"
NAME = re.compile(rf" *({LABEL}): +")
PAIR = re.compile(rf"({LABEL}): ({TEXT})(?:, |}})")  # nearly all maps on one line are made of it
INDICATORS = frozenset("-?:,[]{}#&*!|>%@`")
OPENING = INDICATORS | {"'", '"', " "}
NO_KEY = (-1, "", 0)
new = tuple.__new__  # makes a Given without the function in between: twice as fast


class NotPlainError(Exception):
    """Raised where the text leaves the plain part; it never leaves this module."""


def read_plain(text: str, first_line: int) -> Given | None:
    """Return the map or list in `text`, or None where it is not plain; nothing in it is wrong."""
    if len(text) > LONGEST:
        return None
    if "#" in text and " #" in text:  # a single sign is found far faster than two
        return None
    # Tabs, other white space, line breaks of other alphabets and what libyaml refuses.
    if not text.replace("\n", " ").isprintable():
        return None
    lines = text.split("\n")
    try:
        reader = _Reader([*lines, ""], first_line)
        if reader.next_indent() != 0:
            return None
        return reader.list(0, 0, 0) if reader.is_list(0) else reader.map(0, 0, 0)
    except NotPlainError:
        return None


@lru_cache(maxsize=4096)
def first_of(text: str) -> tuple[int, str, int]:
    """Return the indentation and the key before a colon, and the column of a text behind it.

    The indentation is -1 where this is no key. Remembered: the same few keys begin all lines.
    """
    found = FIRST.fullmatch(text)
    return (found.end(1), found[2], len(text) + 3) if found else NO_KEY


@lru_cache(maxsize=512)
def cut(line: str) -> tuple[int, str, int, str]:
    """Return the indentation of a line, its key or "", where the rest begins, and the rest.

    Remembered too: most lines that are no plain key and text open the same few blocks.
    """
    before, colon, value = line.partition(": ")
    if not colon and line.endswith(":"):
        before = line[:-1]
        colon = ":"
    indent, name, _ = first_of(before) if colon else NO_KEY
    if name:
        rest = value.lstrip(" ")
        return indent, name, len(line) - len(rest), rest.rstrip(" ")
    rest = line.lstrip(" ")
    indent = len(line) - len(rest)
    return indent, "", indent, rest.rstrip(" ")


class _Reader:
    """Walks over the lines of a text, the last of which is blank; `at` is the next one."""

    __slots__ = ("at", "first_line", "last", "lines")

    def __init__(self, lines: list[str], first_line: int) -> None:
        self.lines = lines
        self.last = len(lines) - 1
        self.first_line = first_line
        self.at = 0

    def next_indent(self) -> int:
        """Return the indentation of the next line that is not blank, -1 where there is none."""
        line = self.lines[self.at]
        content = line.lstrip(" ")
        while not content or line[0] == "#":
            if self.at == self.last:
                return -1
            self.at += 1
            line = self.lines[self.at]
            content = line.lstrip(" ")
        return len(line) - len(content)

    def map(self, indent: int, depth: int, key_line: int) -> Given:
        """Return the map whose keys stand at `indent`."""
        lines, at = self.lines, self.at
        begin = number = at + self.first_line
        found: dict[str, Given] = {}
        while True:
            # Nearly every line is a key and a text: these are read here, all others below.
            while True:
                before, _, value = lines[at].partition(": ")
                if not value:
                    break
                here, name, column = first_of(before)
                if here != indent or name in found:
                    break
                if value[0] in OPENING or value[-1] in ": " or ": " in value:
                    given = pairs(value, number, column, number) if depth < MAX_DEPTH - 1 else None
                    if given is None:
                        break
                    found[name] = given
                else:
                    found[name] = new(Given, (number, column, value, None, None, number, False))
                at += 1
                number += 1
            self.at = at
            here = self.next_indent()
            if here != indent:
                if here > indent:
                    raise NotPlainError
                return map_of(found, begin, indent + 1, key_line)
            _, name, start, value = cut(lines[self.at])
            if not name or name in found:
                raise NotPlainError
            number = self.at + self.first_line
            self.at += 1
            if value:
                found[name] = one_line(value, number, start, depth + 1, number)
            else:
                found[name] = self.block(indent, depth + 1, number, start)
            at = self.at
            number = at + self.first_line

    def is_list(self, indent: int) -> bool:
        """Tell whether the next line that is not blank, so far indented, begins a list."""
        return self.lines[self.at].startswith("- ", indent)

    def block(self, above: int, depth: int, key_line: int, start: int) -> Given:
        """Return the list or map that begins on the next line, deeper than the key `above`.

        Where none does, it is an empty text behind the colon, `start` characters into its line.
        """
        is_bare = self.lines[key_line - self.first_line].endswith(":")
        indent = self.next_indent()
        if depth >= MAX_DEPTH:
            raise NotPlainError
        if indent <= above:
            if not is_bare or self.lines[self.at].startswith("-", above):
                raise NotPlainError
            return Given(key_line, start + 1, key_line=key_line)
        if self.is_list(indent):
            return self.list(indent, depth, key_line)
        return self.map(indent, depth, key_line)

    def list(self, indent: int, depth: int, key_line: int) -> Given:
        """Return the list whose hyphens stand at `indent`."""
        begin = self.at + self.first_line
        found: list[Given] = []
        while True:
            here = self.next_indent()
            if here != indent:
                if here > indent:
                    raise NotPlainError
                return Given(begin, indent + 1, items=tuple(found), key_line=key_line)
            content = self.lines[self.at].rstrip(" ")[indent:]
            if not content.startswith("- "):
                raise NotPlainError
            rest = content[2:].lstrip(" ")
            inner = indent + len(content) - len(rest)
            if cut(rest)[1]:
                if depth + 1 >= MAX_DEPTH:
                    raise NotPlainError
                self.lines[self.at] = " " * inner + rest  # the first key of a map, as the others
                found.append(self.map(inner, depth + 1, 0))
                continue
            number = self.at + self.first_line
            self.at += 1
            found.append(one_line(rest, number, inner, depth + 1, 0))


def map_of(fields: dict[str, Given], line: int, column: int, key_line: int) -> Given:
    """Return a map of some fields."""
    return new(Given, (line, column, "", None, fields, key_line, False))


def one_line(value: str, line: int, start: int, depth: int, key_line: int) -> Given:
    """Return a value that ends with its line; `start` is where it begins, counted from 0."""
    first = value[0]
    whole = pairs(value, line, start + 1, key_line) if depth < MAX_DEPTH else None
    if whole is not None:
        return whole
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
    if first in INDICATORS or ": " in value or value[-1] == ":":
        raise NotPlainError
    return new(Given, (line, start + 1, value, None, None, key_line, False))


def pairs(value: str, line: int, column: int, key_line: int) -> Given | None:
    """Return a map on one line, None where this is none or not of keys and texts a blank apart."""
    if value[0] != "{" or value.find("}") != len(value) - 1:
        return None
    found = PAIR.findall(value, 1)
    fields: dict[str, Given] = {}
    at = column + 1
    for name, text in found:
        at += len(name) + 2
        fields[name] = new(Given, (line, at, text.rstrip(" "), None, None, line, False))
        at += len(text) + 2
    # What was found fills the line from the first bracket to the last.
    is_whole = at == column + len(value) + 1 and len(fields) == len(found) > 0
    return map_of(fields, line, column, key_line) if is_whole else None


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
                return map_of(fields, line, column, key_line), at
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
