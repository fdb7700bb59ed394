"""key-missing: a required key is not given, or given without a value."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from disclosure.catalogue import Catalogue, Key, KeyType, Kind
from disclosure.entry import Entry
from disclosure.entry.header import Names
from disclosure.marked import Given
from disclosure.problem import Code, Problem
from disclosure.rules.facts import Facts
from disclosure.rules.rule import rule

CODE = Code(
    "key-missing",
    zh="缺少必填的{title}（{field}）",
    en="the required key {field} is missing",
    hint_zh="{where_zh}：{name}: {example}",
    hint_en="{where_en}: {name}: {example}",
)


@rule(CODE)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield each required key that is missing, and each required field of a map that is given."""
    catalogue = facts.catalogue
    if has_all(entry.header.names, entry.kind, catalogue):
        return
    given = entry.header.given.fields or {}
    for name, key in catalogue.required[entry.kind].items():
        value = given.get(name)
        if value is None or value.is_blank:
            yield missing(entry, name, key, value.key_line if value else 1)
    for name, value in given.items():
        if name in catalogue.nested and not value.is_blank:
            key = catalogue.keys[name]
            if entry.kind in key.kinds:
                yield from look_inside(entry, name, key, value)


@lru_cache(maxsize=4096)
def has_all(names: Names, kind: Kind, catalogue: Catalogue) -> bool:
    """Tell by the keys alone that none is missing; inside a list of maps they do not tell."""
    filled = set(names.given).difference(names.blank)
    wanted = set(catalogue.required[kind])
    for name in catalogue.nested & filled:
        key = catalogue.keys[name]
        if key.type is KeyType.MAPS:
            return False
        wanted |= {f"{name}.{inner.name}" for inner in key.fields.values() if inner.is_required}
    return wanted <= filled


def look_inside(entry: Entry, name: str, key: Key, value: Given) -> Iterator[Problem]:
    """Yield each required field missing from a map, or from each map of a list."""
    parts = value.items or () if key.type is KeyType.MAPS else (value,)
    for part in parts:
        if not part.fields:
            continue
        for field in key.fields.values():
            inner = part.fields.get(field.name)
            if field.is_required and (inner is None or inner.is_blank):
                line = inner.key_line if inner else part.key_line or part.line
                yield missing(entry, f"{name}.{field.name}", field, line)


def missing(entry: Entry, path: str, key: Key, line: int) -> Problem:
    """Return the problem of one missing key; the hint is a line to type."""
    parent, _, name = path.rpartition(".")
    return CODE.at(
        entry.file,
        line,
        path,
        title=key.title,
        name=name,
        example=key.example or "……",
        where_zh=f"在 {parent}: 的下面补上" if parent else "在信息头中补上一行，如",
        where_en=f"add below {parent}" if parent else "add a line such as",
    )
