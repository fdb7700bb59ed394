"""Writes a new entry or data package: every required key and element as a labelled blank.

The text parses; until a blank is filled, `check` names it. What is optional is only mentioned.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date, timedelta

from disclosure.catalogue import Binding, Catalogue, Category, Key, Kind, Place, Trigger, WebScope
from disclosure.catalogue.words import limit_words, public_words
from disclosure.division import Division, Publishers
from disclosure.period import period_of

Tree = dict[str, "Tree"]  # the blanks: key -> its own blanks, in the order they are written
LICENCE = """\
licenses:
  - name: CC-BY-4.0
    path: https://creativecommons.org/licenses/by/4.0/
    title: 知识共享署名 4.0 国际许可协议
"""
PROFILE = "$schema: https://datapackage.org/profiles/2.0/datapackage.json\n"
OPTION = "每个选项一行，如 - {option_no: 1, option_label: 同意, votes: 36, passed: true}"
HELP = "冒号后面空一格填写；# 后面是说明，可以删去"


def write_blank(
    category: Category,
    division: Division,
    kind: Kind,
    catalogue: Catalogue,
    publishers: Publishers,
    today: date,
    name: str = "",
) -> str:
    """Return the Markdown file, or for a package its `datapackage.yaml` (see `write_header`)."""
    tree = blanks_of(category, kind, catalogue)
    elements = list(plain_elements(category, kind, catalogue))
    lines = [f"# {line}" for line in introduction(category, division)]
    for key in catalogue.keys.values():
        if key.name == "elements" and elements:
            lines += ["elements:", *(f"  {quoted(element)}:" for element in elements)]
        elif key.name == "category":
            lines.append(f"category: {category.code}")
        elif key.name == "publisher":
            lines.append(publisher_line(division, publishers))
        elif key.name in tree:
            lines += key_lines(key, tree[key.name], category, today, 0)
        if key.name == "author":
            lines.append("# author: 拟稿人或拟稿科室，与审查人分开")
    text = "\n".join(lines) + "\n"
    if kind is not Kind.DATA:
        return f"---\n{text}---\n"
    named = f"name: {name}\n" if name else ""
    return PROFILE + named + text + LICENCE + resources(category)


def write_page(
    division: Division, catalogue: Catalogue, publishers: Publishers, today: date
) -> str:
    """Return the Markdown file of a page (专页), which has no category."""
    lines = [f"# {division.name} {Kind.PAGES.zh}", f"# {HELP}"]
    for key in catalogue.keys.values():
        if key.name == "publisher":
            lines.append(publisher_line(division, publishers))
        elif key.name == "review":
            lines += key_lines(key, {"by": {}, "date": {}}, None, today, 0)
        elif key.is_required and Kind.PAGES in key.kinds:
            lines += key_lines(key, {}, None, today, 0)
    return "---\n" + "\n".join(lines) + "\n---\n"


def write_header(category: Category, catalogue: Catalogue) -> str:
    """Return the CSV of a package with its header row only: table columns, then the extra ones."""
    table = catalogue.tables.get(category.data_table)
    columns = list(table.columns) if table else []
    for binding in catalogue.bindings.get(category.code, ()):
        if binding.place is Place.EXTRA_COLUMN:
            columns += [name for name in binding.columns if name not in columns]
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerow(columns)
    return text.getvalue()


def table_file(category: Category) -> str:
    """Return the name of the package's CSV file."""
    return f"{category.data_table.replace('_', '-') or 'table'}.csv"


def blanks_of(category: Category, kind: Kind, catalogue: Catalogue) -> Tree:
    """Return the keys that must be filled, those of the elements included."""
    tree: Tree = {}
    for key in catalogue.keys.values():
        if key.is_required and kind in key.kinds:
            tree[key.name] = {}
    add(tree, category.trigger.key)
    add(tree, "review.by")
    add(tree, "review.date")
    if kind is Kind.NOTICES and category.has_notice_period:
        add(tree, "notice.from")
        add(tree, "notice.to")
    if category.web_scope is WebScope.INDEX_ONLY:
        add(tree, "place")
        add(tree, "rows")
    if kind is Kind.ARTICLES and category.needs_table:
        add(tree, "data")
    for binding in catalogue.bindings.get(category.code, ()):
        for name in keys_of(binding, category, kind, catalogue) or ():
            add(tree, name)
    if "images" in tree:
        add(tree, "images.alt")
    for name in list(tree):
        for field in catalogue.keys[name].fields.values():
            if field.is_required and (tree[name] or name == kind.value.removesuffix("s")):
                tree[name].setdefault(field.name, {})
    return tree


def add(tree: Tree, dotted: str) -> None:
    """Add a key such as `notice.from` to the blanks."""
    for name in dotted.split("."):
        tree = tree.setdefault(name, {})


def keys_of(
    binding: Binding, category: Category, kind: Kind, catalogue: Catalogue
) -> list[str] | None:
    """Return the keys that give an element, [] where table or text do, None where none can."""
    if binding.is_column:
        if kind is Kind.DATA or category.needs_table:
            return []
        for key in catalogue.keys.values():
            if key.table and key.table == category.data_table and kind in key.kinds:
                return [f"{key.name}.{column}" for column in binding.columns]
        return None
    if binding.place is Place.BODY:
        return []
    alias = binding.alias
    if alias is None:
        return None
    found = []
    for choice in alias.keys:
        tops = [(name, catalogue.keys[name.partition(".")[0]]) for name in choice]
        usable = [name for name, key in tops if kind in key.kinds]
        if usable:
            found.append(usable[0])
        elif not any(key.table and key.table == category.data_table for _, key in tops):
            return None
    return found


def plain_elements(category: Category, kind: Kind, catalogue: Catalogue) -> Iterator[str]:
    """Yield the elements that are written under `elements:`."""
    for binding in catalogue.bindings.get(category.code, ()):
        if keys_of(binding, category, kind, catalogue) is not None:
            continue
        if category.web_scope is not WebScope.INDEX_ONLY:
            yield binding.element


def introduction(category: Category, division: Division) -> Iterator[str]:
    """Yield what stands above the blanks: what this is, and by when."""
    yield f"{division.name} {category.code} {category.name}"
    public = public_words(category)
    yield f"公开时限：{limit_words(category)}" + (f"；{public}" if public else "")
    yield HELP
    if category.web_scope is WebScope.INDEX_ONLY:
        yield "名单只在公开栏张贴：这里写张贴地点、名单行数和日期，不写名单"


def publisher_line(division: Division, publishers: Publishers) -> str:
    """Return the line of the publisher: filled where the division has only one."""
    own = [one.name for one in publishers if one.division == division.code]
    if len(own) == 1:
        return f"publisher: {own[0]}"
    return "publisher:  # 公开主体" + (f"，如 {'、'.join(own)}" if own else "，须先登记")


def key_lines(
    key: Key, inner: Tree, category: Category | None, today: date, depth: int
) -> Iterator[str]:
    """Yield the lines of one blank key and of the blanks inside it."""
    indent = "  " * depth
    fields = [field for field in key.fields.values() if field.name in inner]
    if not fields:
        yield f"{indent}{key.name}:  # {label(key, category, today)}"
        return
    yield f"{indent}{key.name}:  # {key.title}"
    is_list = key.type.value == "maps"
    for number, field in enumerate(fields):
        lines = list(key_lines(field, inner[field.name], category, today, depth + 1 + is_list))
        if is_list and not number:
            lines[0] = f"{indent}  - {lines[0].strip()}"
        yield from lines


def label(key: Key, category: Category | None, today: date) -> str:
    """Return what to fill in, with an example where the form matters."""
    if key.name == "options":
        return OPTION
    match key.type.value:
        case "moment":
            return f"{key.title}，如 {today.isoformat()} 09:00"
        case "day":
            return f"{key.title}，如 {today.isoformat()}"
        case "period":
            return f"{key.title}，如 {last_period(category, today)}"
        case "texts":
            return f"{key.title}，如 {key.example}"
        case _:
            return key.title


def last_period(category: Category | None, today: date) -> str:
    """Return the period that ended last, or the year of `today` where there is no rhythm."""
    if category is None or category.trigger is not Trigger.PERIODIC or not category.rhythm:
        return str(today.year)
    begun = period_of(today, category.rhythm).first
    return str(period_of(begun - timedelta(days=1), category.rhythm))


def resources(category: Category) -> str:
    """Return the resources of a new package: one table."""
    file = table_file(category)
    return (
        "resources:\n"
        f"  - name: {file.removesuffix('.csv')}\n"
        f"    path: {file}\n"
        "    type: table\n"
        "    format: csv\n"
        "    encoding: utf-8\n"
        + f"    schema: table:{category.data_table}\n"
        * bool(category.data_table)
    )


def quoted(element: str) -> str:
    """Return an element as a YAML key."""
    return f"'{element}'" if element[:1] in "([{#&*!|>'\"%@`-?" or ": " in element else element
