"""The closed list of front-matter keys (`catalogue/keys.yml`): what may be given, as which type."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalogue.kind import Kind
from disclosure.catalogue.table import Column, Table
from disclosure.marked import Given, load_marked
from disclosure.once import once
from disclosure.problem import Code, DisclosureError

FILE = "catalogue/keys.yml"
KEY_WRONG = Code(
    "key-list-wrong",
    zh="键表第 {line} 行的 {field} 写作“{value}”，{expected}",
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

    __hash__ = object.__hash__  # a member is itself: thousands of look-ups need no more


class Key(Struct, frozen=True, dict=True):
    """One key; `fields` are those of a map, `table` is the standard table whose columns it holds.

    `synonyms` are the Chinese names people type for it beside its title.
    """

    name: str
    type: KeyType
    title: str
    kinds: frozenset[Kind]
    is_required: bool
    values: tuple[str, ...]
    fields: dict[str, Key]
    table: str
    example: str
    synonyms: tuple[str, ...] = ()

    @once
    def is_words(self) -> bool:
        """True where any text will do: nearly all are."""
        is_text = self.type in (KeyType.TEXT, KeyType.PHONE)
        return is_text and not self.values and not self.fields


def load_keys(standard: Path, tables: Mapping[str, Table]) -> dict[str, Key]:
    """Read the key list of a standard, in its order; blocks get the columns of their tables."""
    given = load_marked(standard / "catalogue" / "keys.yml", FILE)
    if given.items is None:
        expected = "应为键的列表，每项以 - 开头"
        raise DisclosureError(KEY_WRONG.at(FILE, given.line, "name", expected=expected))
    return {key.name: with_columns(key, tables) for key in map(key_from_given, given.items)}


def with_columns(key: Key, tables: Mapping[str, Table]) -> Key:
    """Return the key with its table's columns among its fields; declared fields stay."""
    fields = {name: with_columns(field, tables) for name, field in key.fields.items()}
    table = tables.get(key.table)
    if table:
        fields = {name: key_from_column(column) for name, column in table.columns.items()} | fields
    return replace(key, fields=fields)


COLUMN_TYPES = {
    "date": KeyType.DAY,
    "integer": KeyType.NUMBER,
    "number": KeyType.NUMBER,
    "boolean": KeyType.FLAG,
}


def key_from_column(column: Column) -> Key:
    """Return the key a block uses for a column of its standard table."""
    return Key(
        name=column.name,
        type=COLUMN_TYPES.get(column.type, KeyType.TEXT),
        title=column.title,
        kinds=frozenset(Kind),
        is_required=False,
        values=(),
        fields={},
        table="",
        example="",
    )


def key_from_given(given: Given) -> Key:
    """Return the key one item declares."""
    name, type_ = given.text_of("name"), given.text_of("type")
    if type_ not in {member.value for member in KeyType}:
        expected = "应为 " + "、".join(member.value for member in KeyType) + " 之一"
        raise DisclosureError(
            KEY_WRONG.at(FILE, given.line, "type", value=type_, expected=expected)
        )
    if not name:
        raise DisclosureError(KEY_WRONG.at(FILE, given.line, "name", expected="不能为空"))
    kinds = given.get("kinds")
    known = {kind.value for kind in Kind}
    for kind in kinds.texts() if kinds else ():
        if kind not in known:
            expected = "应为 " + "、".join(sorted(known)) + " 之一"
            raise DisclosureError(
                KEY_WRONG.at(FILE, given.line, "kinds", value=kind, expected=expected)
            )
    fields = given.get("fields")
    values = given.get("values")
    synonyms = given.get("synonyms")
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
        synonyms=synonyms.texts() if synonyms else (),
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
