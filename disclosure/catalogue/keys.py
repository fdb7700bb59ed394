"""The closed list of front-matter keys (`catalogue/keys.yml`): what may be given, and of which type."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from disclosure.catalogue.kind import Kind
from disclosure.marked import Given, read_marked
from disclosure.problem import Code, DisclosureError

FILE = "catalogue/keys.yml"
KEY_WRONG = Code(
    "key-list-wrong",
    zh="键表第 {line} 行的 {field} 写作“{value}”,{expected}",
    en="key list line {line}: {field} is {value!r}; {expected}",
    hint_zh="请对照 catalogue/keys.yml 开头的说明改正",
    hint_en="see the head of catalogue/keys.yml",
)


class KeyType(Enum):
    """What the value of a key must look like."""

    TEXT = "text"
    TEXTS = "texts"
    FLAG = "flag"
    DAY = "day"
    MOMENT = "moment"
    PERIOD = "period"
    CATEGORY = "category"
    URL = "url"
    PHONE = "phone"
    NUMBER = "number"
    MAP = "map"
    MAPS = "maps"
    LABELS = "labels"


@dataclass(frozen=True, slots=True)
class Key:
    """One key; `fields` are those of a map, `table` names the standard table whose columns it holds."""

    name: str
    type: KeyType
    title: str
    kinds: frozenset[Kind]
    is_required: bool
    values: tuple[str, ...]
    fields: dict[str, Key]
    table: str
    example: str


def load_keys(standard: Path) -> dict[str, Key]:
    """Read the key list of a standard, in its order."""
    text = (standard / "catalogue" / "keys.yml").read_text("utf-8")
    given, problems = read_marked(text, FILE)
    if problems or given is None or given.items is None:
        raise DisclosureError(*problems)
    return {key.name: key for key in map(key_from_given, given.items)}


def key_from_given(given: Given) -> Key:
    """Return the key one item declares."""
    name, type_ = given.text_of("name"), given.text_of("type")
    if type_ not in {member.value for member in KeyType}:
        expected = "应为 " + "、".join(member.value for member in KeyType) + " 之一"
        raise DisclosureError(
            KEY_WRONG.at(FILE, given.line, "type", value=type_, expected=expected)
        )
    kinds = given.get("kinds")
    fields = given.get("fields")
    values = given.get("values")
    return Key(
        name=name,
        type=KeyType(type_),
        title=given.text_of("title"),
        kinds=frozenset(map(Kind, kinds.texts())) if kinds else frozenset(Kind),
        is_required=given.text_of("required") == "true",
        values=values.texts() if values else (),
        fields={key.name: key for key in map(key_from_given, fields.items or ())} if fields else {},
        table=given.text_of("table"),
        example=write_given(given.get("example")),
    )


def write_given(given: Given | None) -> str:
    """Return a value as one line of YAML, flow style."""
    if given is None:
        return ""
    if given.fields is not None:
        inside = ", ".join(f"{name}: {write_given(part)}" for name, part in given.fields.items())
        return "{" + inside + "}"
    if given.items is not None:
        return "[" + ", ".join(map(write_given, given.items)) + "]"
    return given.text
