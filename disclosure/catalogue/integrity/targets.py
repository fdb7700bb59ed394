"""Integrity of what points elsewhere: bindings, aliases, the inputs of table rules, references."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from disclosure.catalogue.binding import ALIAS_FILE, FILE, Place
from disclosure.catalogue.integrity.standard import Standard
from disclosure.catalogue.keys import Key
from disclosure.problem import Code, Problem
from disclosure.rows import Row

BINDING_TARGET = Code(
    "binding-target-unknown",
    zh="要素绑定第 {line} 行（{category}“{element}”）的列“{value}”{expected}",
    en="element bindings line {line}: the column {value!r} of {category} does not fit",
    hint_zh="请对照 catalogue/tables/ 中该类目的标准数据表改正",
    hint_en="see the category's table in catalogue/tables/",
)
BINDING_LIST = Code(
    "binding-list-differs",
    zh="类目 {category} 的要素绑定与类目表的公开要素不一致：{value}",
    en="the bindings of {category} are not the elements of its category row: {value}",
    hint_zh="两处的要素、次序须完全相同：content_elements 与 element_bindings.csv",
    hint_en="content_elements and element_bindings.csv must list the same elements in order",
)
ALIAS_TARGET = Code(
    "alias-target-unknown",
    zh="要素别名第 {line} 行（“{element}”）的 {field} 写作“{value}”，{expected}",
    en="element aliases line {line}: {field} is {value!r}, which does not exist",
    hint_zh="目标须是 catalogue/keys.yml 中的键，如 notice.from；类目和要素须在绑定表中",
    hint_en="targets are keys of catalogue/keys.yml; code and element must have a binding",
)
RULE_INPUT = Code(
    "table-rule-input-unknown",
    zh="数据表规则 {rule} 的 {field} 写作“{value}”，没有这样的列、键或数值",
    en="table rule {rule}: {field} {value!r} is no column, key or figure",
    hint_zh="写列名、表名.列名、descriptor:键、rules:数值编号之一",
    hint_en="write a column, table.column, descriptor:key or rules:figure",
)
REFERENCE = Code(
    "table-reference-unknown",
    zh="标准数据表 {file} 的 {field} 列指向“{value}”，该处不存在",
    en="{file}: the column {field} points to {value!r}, which does not exist",
    hint_zh="请改正 references 或 rules 中的名称",
    hint_en="correct the name under references or rules",
)
ANY_TABLE = "*"


def check_bindings(standard: Standard) -> Iterator[Problem]:
    """Yield bindings whose column is not there, and categories whose elements are not all bound."""
    catalogue = standard.catalogue
    elements: dict[str, list[str]] = {}
    for row in standard.rows["element_bindings"]:
        elements.setdefault(row["code"], []).append(row["element"])
        yield from check_binding(row, standard)
    for code, line in standard.lines.items():
        category = catalogue.get(code)
        bound = tuple(elements.get(code, ()))
        if category and bound != category.elements:
            odd = [
                one
                for one in (*category.elements, *bound)
                if (one in bound) != (one in category.elements)
            ]
            yield BINDING_LIST.at(
                "catalogue/categories.csv",
                line,
                "content_elements",
                value="、".join(odd) or "次序不同",
                category=code,
            )


def check_binding(row: Row, standard: Standard) -> Iterator[Problem]:
    """Yield each target column of one binding that does not fit its place."""

    def refuse(value: str, expected: str) -> Problem:
        return BINDING_TARGET.at(
            FILE,
            row.line,
            "target",
            value=value,
            category=row["code"],
            element=row["element"],
            expected=expected,
        )

    category = standard.catalogue.get(row["code"])
    if category is None:
        yield refuse(row["target"], "所属的类目不存在")
        return
    columns = [name for name in row["target"].replace("/", "+").split("+") if name]
    table = standard.catalogue.tables.get(category.data_table)
    if not row["binding"].endswith("column"):
        if columns:
            yield refuse(row["target"], "多余：这类要素不写列名")
        return
    if not columns or table is None:
        yield refuse(row["target"], "没有填写" if table else "没有标准数据表可以对应")
        return
    for name in columns:
        if row["binding"] == Place.COLUMN.value and name not in table.columns:
            yield refuse(name, f"不在标准数据表 {table.name} 中")
        elif row["binding"] == Place.EXTRA_COLUMN.value and name in table.columns:
            yield refuse(name, f"与标准数据表 {table.name} 的列重名")


def check_aliases(standard: Standard) -> Iterator[Problem]:
    """Yield aliases of elements nobody binds, and targets that are no keys."""
    catalogue = standard.catalogue
    bound: dict[str, set[str]] = {"": set()}
    for code, bindings in catalogue.bindings.items():
        bound[code] = {binding.element for binding in bindings if not binding.is_column}
        bound[""] |= bound[code]
    for row in standard.rows["element_aliases"]:

        def refuse(field: str, value: str, expected: str, row: Row = row) -> Problem:
            return ALIAS_TARGET.at(
                ALIAS_FILE, row.line, field, value=value, element=row["element"], expected=expected
            )

        if row["code"] not in bound:
            yield refuse("code", row["code"], "目录中没有这个类目")
        elif row["element"] not in bound[row["code"]]:
            yield refuse("element", row["element"], "绑定表中没有这个要素")
        for choice in row["target"].replace("|", "+").split("+"):
            if not has_key(choice, catalogue.keys):
                yield refuse("target", choice, "键表中没有这个键")


def has_key(dotted: str, keys: Mapping[str, Key]) -> bool:
    """Tell whether a dotted name is a declared key."""
    first, _, rest = dotted.partition(".")
    key = keys.get(first)
    if key is None:
        return False
    return not rest or has_key(rest, key.fields)


def check_table_rules(standard: Standard) -> Iterator[Problem]:
    """Yield rules of no known table and inputs that nothing provides."""
    tables = standard.catalogue.tables
    anywhere = {name for table in tables.values() for name in table.columns}
    for row in standard.rows["table_rules"]:
        if row["table"] != ANY_TABLE and row["table"] not in tables:
            yield RULE_INPUT.at(
                row.file, row.line, "table", value=row["table"], rule=row["rule_id"]
            )
            continue
        own = anywhere if row["table"] == ANY_TABLE else set(tables[row["table"]].columns)
        for name in filter(None, row["inputs"].split("|")):
            if not is_input(name, own, standard):
                yield RULE_INPUT.at(row.file, row.line, "inputs", value=name, rule=row["rule_id"])


def is_input(name: str, own: set[str], standard: Standard) -> bool:
    """Tell whether an input exists: a column, table.column, descriptor:key or rules:figure."""
    kind, _, rest = name.partition(":")
    if rest:
        if kind == "rules":
            return rest in standard.catalogue.figures
        return kind == "descriptor" and has_key(rest, standard.catalogue.keys)
    table, _, column = name.partition(".")
    return column in columns_of(table, standard) if column else name in own


def columns_of(table: str, standard: Standard) -> set[str]:
    """Return the columns of a standard table or of one of the catalogue's own."""
    known = standard.catalogue.tables.get(table)
    if known:
        return set(known.columns)
    schema = standard.documents.get(f"catalogue/schemas/{table}.yaml")
    fields = schema.get("fields") if schema else None
    return {field.text_of("name") for field in fields.items or ()} if fields else set()


def check_references(standard: Standard) -> Iterator[Problem]:
    """Yield what standard tables name that is no column or no rule."""
    rules = {row["code"]: row["table"] for row in standard.rows["table_rules"]}
    for table in standard.catalogue.tables.values():
        file = f"catalogue/tables/{table.name}.yaml"
        document = standard.documents.get(file)
        fields = document.get("fields") if document else None
        lines = (
            {field.text_of("name"): field.line for field in (fields.items or ())} if fields else {}
        )
        for column in table.columns.values():
            line = lines.get(column.name, 1)
            if column.table and column.field not in columns_of(column.table, standard):
                target = f"{column.table}.{column.field}"
                yield REFERENCE.at(file, line, column.name, value=target)
            for code in column.rules:
                if rules.get(code) not in (table.name, ANY_TABLE):
                    yield REFERENCE.at(file, line, column.name, value=code)
        line = (document.get("gathered") or document).line if document else 1
        for name in table.gathering.names if table.gathering else ():
            if name not in table.columns:
                yield REFERENCE.at(file, line, "gathered", value=name)
