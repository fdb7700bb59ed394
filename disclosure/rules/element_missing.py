"""element-missing: a required element of the category stands nowhere (条例 art. 20).

What is required and where it must stand is catalogue data (element_bindings.csv,
element_aliases.csv).

One problem an element. What is left to others: the wrong kind, the absent or wrong table, a
required column of the standard table that is absent, and a required key that would give it. An
explicit nil report owes no elements: its reason stands for them. Of a category whose list stays off
the web (`web_scope` index_only) an entry owes the place of the notice board, the number of rows,
and those elements a key already holds (the dates); the elements that describe each person on the
list are on the board, not here.
"""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue import (
    Alias,
    Binding,
    Category,
    Kind,
    Place,
    WebScope,
)
from disclosure.entry import Entry
from disclosure.entry.elements import INDICATOR_TABLE, has_key, missing_elements
from disclosure.problem import Code, Problem, Severity
from disclosure.rules.facts import Facts
from disclosure.rules.gate import Shape, is_known
from disclosure.rules.rule import rule

CODE = Code(
    "element-missing",
    zh="缺少公开要素“{field}”：类目 {value}（{title}）要求公开，但没有找到或没有填写内容",
    en="the element {field} that category {value} requires is absent or blank",
    hint_zh="{first_zh}{second_zh}{third_zh}",
    hint_en="{first_en}{second_en}{third_en}",
)
BOARD = {"place": "张贴地点", "rows": "名单行数"}


def owes_elements(shape: Shape) -> bool:
    """Tell whether the category is known and published in this form."""
    category = shape.category
    return is_known(shape) and category is not None and category.fits(shape.kind)


@rule(CODE, gate=owes_elements)
def check(entry: Entry, facts: Facts) -> Iterator[Problem]:
    """Yield a problem for every element the entry does not give."""
    category = facts.category(entry)
    if category is None or entry.is_withdrawn or entry.is_nil:
        return
    if not category.fits(entry.kind):
        return
    packages = facts.packages(entry)
    if category.web_scope is WebScope.INDEX_ONLY:
        yield from check_board(entry, category)
    for binding in missing_elements(entry, category, facts.catalogue, packages):
        alias = binding.alias
        if category.web_scope is WebScope.INDEX_ONLY and alias is None:
            continue
        if binding.is_column and is_told_of_table(entry, binding, category, facts):
            continue
        if alias and is_told_of_key(entry, alias, facts):
            continue
        line = line_of(entry, f"elements.{binding.element}", *keys_of(entry, binding, alias, facts))
        told = ways(entry, category, binding, alias, facts)
        yield missing(entry, category, binding.element, line, *told)


def check_board(entry: Entry, category: Category) -> Iterator[Problem]:
    """Yield what an entry lacks that stands for a list kept off the web."""
    for key, title in BOARD.items():
        if not entry.header.has(key):
            zh = f"在信息头写 {key}: {'村务公开栏' if key == 'place' else '128'}"
            yield missing(entry, category, title, line_of(entry, key), (zh, f"give the key {key}"))


def missing(
    entry: Entry, category: Category, element: str, line: int, *told: tuple[str, str]
) -> Problem:
    """Return the problem of one element, with the ways to give it (zh, en), at most three."""
    first, second, third = (*told, *([("", "")] * 3))[:3]
    return CODE.at(
        entry.file,
        line,
        element,
        value=category.code,
        title=category.name,
        severity=None if category.is_certain else Severity.WARNING,
        first_zh=first[0],
        second_zh=second[0] and f"，或{second[0]}",
        third_zh=third[0] and f"，或{third[0]}",
        first_en=first[1],
        second_en=second[1] and f", or {second[1]}",
        third_en=third[1] and f", or {third[1]}",
    )


def keys_of(entry: Entry, binding: Binding, alias: Alias | None, facts: Facts) -> Iterator[str]:
    """Yield the keys that could give an element: its alias's, its columns in a block, then maps."""
    names = [name for choice in alias.keys for name in choice] if alias else []
    for name in entry.header.given.fields or {}:
        key = facts.catalogue.keys.get(name)
        if key and key.table and binding.is_column:
            names += [f"{name}.{column}" for column in binding.columns]
    yield from names
    yield from (name.partition(".")[0] for name in names if "." in name)


def line_of(entry: Entry, *names: str) -> int:
    """Return the line of the first key that stands there as a blank, else where it would go."""
    for name in (*names, "elements", "category"):
        given = entry.header.get(name)
        if given is not None:
            return given.key_line or given.line
    return 1


def ways(
    entry: Entry, category: Category, binding: Binding, alias: Alias | None, facts: Facts
) -> Iterator[tuple[str, str]]:
    """Yield the ways to give an element, the nearest first."""
    if binding.is_column:
        table = facts.catalogue.tables.get(category.data_table)
        titles = {name: column.title for name, column in table.columns.items()} if table else {}
        names = "、".join(
            f"{name}（{titles.get(name, binding.element)}）" for name in binding.columns
        )
        yield f"在数据表的 {names} 列填写", f"fill the column {' and '.join(binding.columns)}"
        if category.needs_table:
            return
    if binding.place is Place.BODY:
        yield "在信息头下面写明正文", "write the text below the front matter"
        return
    if alias:
        keys = "和 ".join(" 或 ".join(choice) for choice in alias.keys)
        yield f"填写 {keys}", f"fill {' and '.join('/'.join(choice) for choice in alias.keys)}"
    yield (
        f"在 elements: 下写“{binding.element}: ……”",
        f"write `{binding.element}: ...` under elements",
    )
    if binding.place is Place.FIELD_OR_INDICATOR:
        yield (
            f"在 {INDICATOR_TABLE} 表的 indicator 列写“{binding.element}”",
            f"give the indicator {binding.element} in {INDICATOR_TABLE}",
        )
    elif entry.kind is not Kind.DATA:
        yield (
            f"加二级标题“## {binding.element}”并写明内容",
            f"add the heading `## {binding.element}` with text below it",
        )


def is_told_of_table(entry: Entry, binding: Binding, category: Category, facts: Facts) -> bool:
    """Tell whether table-missing, table-wrong or table-column-missing already says it."""
    if not category.needs_table and entry.kind is not Kind.DATA:
        return False
    tables = [table for table in facts.tables(entry) if table.table == category.data_table]
    standard = facts.catalogue.tables.get(category.data_table)
    if not tables or standard is None:
        return True
    required = {
        name
        for name in binding.columns
        if name in standard.columns and standard.columns[name].is_required
    }
    return any(name not in table.columns for table in tables for name in required)


def is_told_of_key(entry: Entry, alias: Alias, facts: Facts) -> bool:
    """Tell whether key-missing already asks for the key that would give an element."""
    for choice in alias.keys:
        for name in choice:
            top, _, inner = name.partition(".")
            key = facts.catalogue.keys.get(top)
            if key is None or entry.kind not in key.kinds or has_key(entry.header, name):
                continue
            field = key.fields.get(inner)
            if (
                key.is_required
                if not inner
                else (field and field.is_required and entry.header.has(top))
            ):
                return True
    return False
