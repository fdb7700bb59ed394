"""Slips in the form of a line: its indentation, its key, its colon and the blank after it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

from msgspec import Struct, field

from disclosure.catalogue import Key, KeyType
from disclosure.entry.slips.slip import Slip
from disclosure.problem import Code

KEY_IN_CHINESE = Code(
    "key-in-chinese",
    zh="键名写成了中文“{value}”，应写英文键名 {name}",
    en="the key {value!r} is in Chinese; it is written {name}",
    hint_zh="第 {line} 行改为：{meant}",
    hint_en="line {line}: {meant}",
)
FULL_WIDTH_COLON = Code(
    "full-width-colon",
    zh="“{value}”后面用了中文全角冒号",
    en="a full-width colon follows {value!r}",
    hint_zh="第 {line} 行改为：{meant}",
    hint_en="line {line}: {meant}",
)
COLON_WITHOUT_BLANK = Code(
    "colon-without-blank",
    zh="“{value}”的冒号后面少一个空格",
    en="a blank is missing after the colon of {value!r}",
    hint_zh="第 {line} 行改为：{meant}",
    hint_en="line {line}: {meant}",
)
TAB_INDENT = Code(
    "tab-indent",
    zh="第 {line} 行用制表符（Tab）或全角空格缩进，无法识别",
    en="line {line} is indented with a tab or a full-width blank",
    hint_zh="键顶格写；下一级的缩进用两个半角空格",
    hint_en="no indent before a key; two blanks a level below it",
)

BLANKS = " \t\u3000\xa0"
LINE = re.compile(
    rf"(?P<indent>[{BLANKS}]*)(?P<dash>-[{BLANKS}]+)?"
    r"(?P<name>[^\s:\uff1a\"'“”‘’{}\[\],，。；#&*!|>%@`-][^\s:\uff1a\"'{}\[\],，。；#]*)"
    rf"(?P<before>[{BLANKS}]*)(?P<colon>[:\uff1a﹕︰])(?P<blank>[{BLANKS}]*)(?P<rest>.*)"
)
TO_BLANKS = str.maketrans({"\t": "  ", "\u3000": "  ", "\xa0": " "})
INDENT = re.compile(rf"[{BLANKS}]*")
NEEDS_QUOTES = re.compile(r"[&*!|>%@`?,\[\]{}#-](?=\s)|[&*!%@`]|.*(?::\s|\s#|:$)")
QUOTED = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'")
NESTED = (KeyType.MAP, KeyType.MAPS, KeyType.LABELS)


class Walk(Struct):
    """Where the reading of the lines stands: under which key, and how deep its fields lie."""

    keys: Mapping[str, Key]
    present: set[str]
    parent: Key | None = None
    is_block: bool = False
    depth: int = 0
    seen: set[str] = field(default_factory=set)
    slips: list[Slip] = field(default_factory=list)


def mend_lines(text: str, first_line: int, keys: Mapping[str, Key]) -> tuple[str, list[Slip]]:
    """Return a front matter whose lines have the form they were meant to have, and the slips."""
    lines = text.split("\n")
    present = {
        found["name"] for line in lines if (found := LINE.match(line)) and not found["indent"]
    }
    walk = Walk(keys, present)
    meant = [mend_line(line, number, walk) for number, line in enumerate(lines, first_line)]
    return "\n".join(meant), walk.slips


def mend_line(line: str, number: int, walk: Walk) -> str:
    """Return a line as it was meant, noting its slip; one slip a line is enough."""
    if not line.strip() or line.lstrip(BLANKS).startswith("#"):
        return line
    indent = INDENT.match(line)[0]  # type: ignore[index]
    if not indent and not line.startswith("- "):
        return mend_key(line, number, walk)
    if walk.is_block:
        return line
    if indent.strip(" ") and is_key(line, walk):
        note_tab(number, walk)
        return mend_key(line[len(indent) :], number, walk)
    if walk.parent and walk.parent.type not in NESTED:
        return line
    meant = line
    if indent.strip(" "):
        meant = indent.translate(TO_BLANKS) + line[len(indent) :]
    found = LINE.match(meant)
    if walk.parent and found:
        depth = len(found["indent"]) + len(found["dash"] or "")
        walk.depth = walk.depth or depth
        if found["dash"]:
            walk.seen.clear()
        if depth == walk.depth:
            allowed = None if walk.parent.type is KeyType.LABELS else walk.parent.fields
            mended = mend_colon(found, allowed, walk.seen, number, walk)
            if mended is not None:
                return mended
    if meant != line:
        note_tab(number, walk)
    return meant


def is_key(line: str, walk: Walk) -> bool:
    """Tell whether an indented line gives a key of the header, not a field of the key above it."""
    found = LINE.fullmatch(line)
    inside = walk.parent.fields if walk.parent else {}
    return found is not None and found["name"] in walk.keys and found["name"] not in inside


def note_tab(number: int, walk: Walk) -> None:
    """Remember a wrong indentation; one a file is enough."""
    if all(slip.code is not TAB_INDENT for slip in walk.slips):
        walk.slips.append(Slip(TAB_INDENT, number, "", "", "", ""))


def mend_key(line: str, number: int, walk: Walk) -> str:
    """Return a line that begins at the left edge, and remember the key it gives."""
    found = LINE.fullmatch(line)
    walk.parent, walk.is_block, walk.depth, walk.seen = None, False, 0, set()
    if found is None or found["rest"].startswith("//"):
        return line
    meant = mend_colon(found, walk.keys, walk.present, number, walk) or line
    name, _, rest = meant.partition(":")
    walk.parent = walk.keys.get(name.strip())
    walk.is_block = rest.strip()[:1] in ("|", ">") and bool(rest.strip())
    if walk.parent and walk.parent.fields and rest.strip()[:1] in ("{", "["):
        return mend_flow(meant, number, walk.parent, walk)
    return meant


def mend_colon(
    found: re.Match[str],
    allowed: Mapping[str, Key] | None,
    taken: set[str],
    number: int,
    walk: Walk,
) -> str | None:
    """Return a `key: value` line with the right key and colon, or None where it is right already.

    `allowed` None = any label; a name already `taken` is not given to a second line.
    """
    name, colon, blank, rest = found["name"], found["colon"], found["blank"], found["rest"]
    key = None if allowed is None else allowed.get(name) or by_chinese_name(name, allowed)
    if key and key.name != name and key.name in taken:
        key = None
    target = key.name if key else name
    taken.add(target)
    is_right = colon == ":" and (blank[:1] in (" ", "\t") or not rest) and target == name
    if is_right and not set(found["before"] + blank) - {" ", "\t"}:
        return None
    if key is None and ": " in rest:
        return None  # a label may hold a colon of its own
    lead = found["indent"] + (found["dash"] or "")
    meant = f"{lead}{target}: {quote(rest.strip(BLANKS))}".rstrip()
    code = COLON_WITHOUT_BLANK
    if target != name:
        code = KEY_IN_CHINESE
    elif colon != ":":
        code = FULL_WIDTH_COLON
    path = f"{walk.parent.name}.{target}" if lead and walk.parent else target
    walk.slips.append(Slip(code, number, path, key.title if key else name, name, meant))
    return meant


def mend_flow(line: str, number: int, parent: Key, walk: Walk) -> str:
    """Return a line `key: {field: value, ...}` with the fields' names, colons and commas right."""
    if QUOTED.search(line):
        return line  # what stands in quotes is text
    names = {name: key.name for key in parent.fields.values() for name in names_of(key)}
    words = "|".join(map(re.escape, sorted(names, key=lambda name: (-len(name), name))))
    form = re.compile(
        rf"(?P<sign>[{{,，])[{BLANKS}]*(?P<name>{words})[{BLANKS}]*[:\uff1a][{BLANKS}]*"
    )
    meant = form.sub(
        lambda found: f"{'{' if found['sign'] == '{' else ', '}{names[found['name']]}: ", line
    )
    if squeeze(meant) == squeeze(line):
        # Only blanks differ: a slip just where one is missing after a colon.
        if not re.search(rf"(?<=[{{,\s])(?:{words}):(?=[^\s])", line):
            return line
        code = COLON_WITHOUT_BLANK
    else:
        is_chinese = any(found["name"] not in parent.fields for found in form.finditer(line))
        code = KEY_IN_CHINESE if is_chinese else FULL_WIDTH_COLON
    typed = next(
        (found["name"] for found in form.finditer(line) if names[found["name"]] != found["name"]),
        parent.name,
    )
    field = f"{parent.name}.{names[typed]}" if typed in names else parent.name
    walk.slips.append(Slip(code, number, field, parent.title, typed, meant))
    return meant


def names_of(key: Key) -> tuple[str, ...]:
    """Return every name a key goes by."""
    return (key.name, key.title, *key.synonyms)


def by_chinese_name(name: str, allowed: Mapping[str, Key]) -> Key | None:
    """Return the one key of this level that goes by a Chinese name, or None."""
    if name.isascii():
        return None
    plain = unicodedata.normalize("NFKC", name)
    found = [key for key in allowed.values() if plain in (key.title, *key.synonyms)]
    return found[0] if len(found) == 1 else None


def quote(rest: str) -> str:
    """Return a value that YAML reads as one text: quoted where its signs would mean something."""
    if rest[:1] in ('"', "'", "{", "["):
        return rest
    if NEEDS_QUOTES.match(rest) and rest not in ("|", ">", "|-", ">-"):
        return "'" + rest.replace("'", "''") + "'"
    return rest


def squeeze(text: str) -> str:
    """Return `text` without blanks."""
    return re.sub(rf"[{BLANKS}]", "", text)
