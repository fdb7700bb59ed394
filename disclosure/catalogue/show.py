"""One category as a person wants to read it: every rule in words, every element with its place."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue.binding import Alias, Binding, Place
from disclosure.catalogue.catalogue import Catalogue
from disclosure.catalogue.category import Category, WebScope
from disclosure.catalogue.kind import KINDS_BY_CONTENT_TYPE, Kind
from disclosure.catalogue.table import Column, Table
from disclosure.catalogue.words import floor_words, limit_words, public_words, retention_words

TYPES = {"string": "文本", "number": "数值", "integer": "整数", "date": "日期", "boolean": "是否"}
HONEST = "本目录按公开报道的形制重新编制，条文以现行法律法规为准。"


def describe(category: Category, catalogue: Catalogue) -> list[str]:
    """Return the lines of a category's description, in Chinese."""
    lines = [
        f"{category.code} {category.name}",
        f"  {category.part} › {category.group} {category.group_name}",
        "",
        *(f"{title}：{text}" for title, text in facts_of(category, catalogue) if text),
    ]
    if category.privacy_rules:
        lines += ["", "隐私要求"]
        lines += [
            f"  · {meaning(catalogue, 'privacy_rule', rule)}"
            for rule in sorted(category.privacy_rules)
        ]
    bindings = catalogue.bindings.get(category.code, ())
    lines += ["", f"公开要素（{len(bindings)}项）"]
    lines += [
        f"  {number:>2}. {binding.element}：{'，或'.join(places_of(binding, category, catalogue))}"
        for number, binding in enumerate(bindings, 1)
    ]
    table = catalogue.tables.get(category.data_table)
    if table:
        lines += ["", *table_lines(table, category, bindings)]
    return [*lines, "", HONEST]


def facts_of(category: Category, catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the rules of a category as (title, words)."""
    kinds = KINDS_BY_CONTENT_TYPE.get(category.content_type, ())
    yield "公开层级", "、".join(level.zh for level in category.levels)
    yield "公开主体", category.responsible_body.replace(";", "、")
    yield "内容形式", "或".join(f"{kind.zh}（{kind.value}/）" for kind in kinds)
    yield "公开时限", limit_words(category)
    yield "公开时间", public_words(category)
    yield "保留期限", retention_words(category)
    yield "法定底线", floor_words(category)
    yield "公开对象", category.audience
    yield "上网范围", meaning(catalogue, "web_scope", category.web_scope.value)
    if category.web_scope is WebScope.INDEX_ONLY:
        yield "网上须写", "张贴地点（place）、名单行数（rows）"
    yield "公开依据", category.legal_basis.replace(";", "；")
    yield "义务来源", meaning(catalogue, "duty_source", category.duty_source)
    yield "依据核读", meaning(catalogue, "basis_read", category.basis_read)
    origin = catalogue.get(category.view_of)
    if origin:
        yield "明细来源", f"由 {origin.code} {origin.name} 自动得出，不另发数据表"


def places_of(binding: Binding, category: Category, catalogue: Catalogue) -> Iterator[str]:
    """Yield where an element may stand, the first choice first."""
    if binding.is_column:
        yield f"数据表 {'、'.join(binding.columns)} 列"
        if category.needs_table:
            return
    if binding.place is Place.BODY:
        yield "信息头以下的正文"
        return
    alias = binding.alias
    if category.web_scope is WebScope.INDEX_ONLY and alias is None:
        yield "张贴在公开栏，网上不登"
        return
    if alias:
        yield f"{alias_words(alias)} 键"
    yield f"elements 下的“{binding.element}”"
    if binding.place is Place.FIELD_OR_INDICATOR:
        yield "stat_series 表的同名指标"
    elif KINDS_BY_CONTENT_TYPE.get(category.content_type, ())[:1] != (Kind.DATA,):
        yield "同名二级标题"


def alias_words(alias: Alias) -> str:
    """Return the keys of an alias: notice.from 和 notice.to."""
    return " 和 ".join("/".join(choice) for choice in alias.keys)


def table_lines(table: Table, category: Category, bindings: tuple[Binding, ...]) -> Iterator[str]:
    """Yield a table's columns, those the category adds at the end."""
    yield f"数据表 {table.name} {table.title}（{'必须' if category.needs_table else '可选'}）"
    yield f"  {table.grain}"
    width = max(map(len, table.columns), default=0)
    for column in table.columns.values():
        yield f"  {column.name:<{width}}  {column_words(column)}"
    for binding in bindings:
        if binding.place is Place.EXTRA_COLUMN:
            for name in binding.columns:
                type_ = TYPES.get(binding.type, binding.type)
                yield f"  {name:<{width}}  {binding.element}，{type_}，本类目增列"


def column_words(column: Column) -> str:
    """Return what a column holds: title, type, unit, whether it must be there, its values."""
    told = [column.title, TYPES.get(column.type, column.type)]
    if column.unit:
        told.append(f"单位{column.unit}")
    if column.is_required:
        told.append("必填")
    if column.is_masked:
        told.append("按类目要求遮蔽")
    if column.enum:
        told.append("可填：" + "、".join(column.enum))
    return "，".join(told)


def meaning(catalogue: Catalogue, field: str, value: str) -> str:
    """Return what a coded value means, the value itself where the vocabulary lacks it."""
    words = catalogue.vocabulary.get(field, ())
    return next((word.meaning for word in words if word.admits(value)), value)
