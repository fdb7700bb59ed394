"""A standard table (标准数据表): a Table Schema of Data Package v2 with our rules beside it."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from disclosure.marked import Given, load_marked
from disclosure.problem import Code, DisclosureError

TABLE_WRONG = Code(
    "table-schema-wrong",
    zh="标准数据表 {file} 缺少 {field}",
    en="standard table {file} lacks {field}",
    hint_zh="请补上 {field}",
    hint_en="add {field}",
)


class Limits(Struct, frozen=True):
    """What a cell of a column may hold beside its type; texts as the schema gives them, "" = none.

    `scale` is the number of decimals an amount may have, None where the schema names none.
    """

    pattern: str = ""
    minimum: str = ""
    maximum: str = ""
    min_length: int = 0
    is_unique: bool = False
    format: str = ""
    true_values: tuple[str, ...] = ()
    false_values: tuple[str, ...] = ()
    scale: int | None = None


class Column(Struct, frozen=True):
    """One column; `unit` is "" where none applies, `rules` are codes of table rules.

    `labels` say in Chinese what coded cells mean. Where a column `has_total` its amounts add up:
    those of rows that agree in the columns `total_by`, the others apart. What a derived column
    holds follows from others.
    """

    name: str
    type: str
    title: str
    unit: str
    description: str
    is_required: bool
    enum: tuple[str, ...]
    is_masked: bool
    rules: tuple[str, ...]
    table: str
    field: str
    labels: dict[str, str]
    limits: Limits = Limits()
    has_total: bool = False
    total_by: tuple[str, ...] = ()
    is_derived: bool = False

    @property
    def label(self) -> str:
        """The title with its unit, as it heads a column."""
        title = self.title or self.name
        return f"{title}（{self.unit}）" if self.unit else title


def plain_column(name: str, title: str, kind: str = "string") -> Column:
    """Return a column of which no more is known than its title and type."""
    return Column(name, kind, title, "", "", False, (), False, (), "", "", {})


class Gathering(Struct, frozen=True):
    """What counties and the city gather of a table: one row a village and period.

    `by` is the column of the period, `only` are the cells a row must have (column and text);
    `columns` are the amounts taken, added up where a village has several such rows.
    """

    by: str
    only: tuple[tuple[str, str], ...]
    columns: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every column it speaks of."""
        return (self.by, *(name for name, _ in self.only), *self.columns)


class Table(Struct, frozen=True, eq=False):  # hashed by identity: what is made of it is kept
    """A standard table; columns by name in order; `grain` says what one row is.

    `day_field` is the column of the day a row stands for, where rows stand for days ("" = none);
    `unique_keys` are the groups of columns whose values stand in one row only.
    """

    name: str
    title: str
    title_en: str
    grain: str
    columns: dict[str, Column]
    primary_key: tuple[str, ...]
    day_field: str = ""
    unique_keys: tuple[tuple[str, ...], ...] = ()
    gathering: Gathering | None = None


def load_tables(standard: Path) -> dict[str, Table]:
    """Read every `tables/*.yaml` of a standard, by name."""
    folder = standard / "catalogue" / "tables"
    tables = (read_table(path) for path in sorted(folder.glob("*.yaml")))
    return {table.name: table for table in tables}


def read_table(path: Path) -> Table:
    """Read one standard table."""
    file = f"catalogue/tables/{path.name}"
    return table_from_given(load_marked(path, file), file, path.stem)


def table_from_given(given: Given, file: str, name: str) -> Table:
    """Return the table a schema describes; `name` is what it is called where it does not say."""
    fields = given.get("fields")
    if fields is None or fields.items is None:
        raise DisclosureError(TABLE_WRONG.at(file, 1, "fields"))
    key, groups = given.get("primaryKey"), given.get("uniqueKeys")
    columns = map(column_from_given, fields.items)
    return Table(
        name=given.text_of("name") or name,
        title=given.text_of("title"),
        title_en=given.text_of("title_en"),
        grain=given.text_of("description"),
        columns={column.name: column for column in columns},
        primary_key=key.texts() if key else (),
        day_field=given.text_of("day_field"),
        unique_keys=tuple(group.texts() for group in groups.items or ()) if groups else (),
        gathering=gathering_from_given(given.get("gathered")),
    )


def gathering_from_given(given: Given | None) -> Gathering | None:
    """Return what is gathered of a table, None where the schema does not say."""
    if given is None:
        return None
    only, columns = given.get("only") or Given(0, 0), given.get("columns")
    return Gathering(
        by=given.text_of("by"),
        only=tuple((name, part.text) for name, part in (only.fields or {}).items()),
        columns=columns.texts() if columns else (),
    )


def column_from_given(given: Given) -> Column:
    """Return the column one field of a schema declares."""
    constraints = given.get("constraints") or Given(0, 0)
    enum = constraints.get("enum") or given.get("categories")
    rules = given.get("rules")
    references = given.get("references") or Given(0, 0)
    labels = given.get("labels") or Given(0, 0)
    total_by = given.get("total_by")
    return Column(
        name=given.text_of("name"),
        type=given.text_of("type"),
        title=given.text_of("title"),
        unit=given.text_of("unit"),
        description=given.text_of("description"),
        is_required=constraints.text_of("required") == "true",
        enum=enum.texts() if enum else (),
        is_masked=given.text_of("mask") == "true",
        rules=rules.texts() if rules else (),
        table=references.text_of("table"),
        field=references.text_of("field"),
        labels={code: label.text for code, label in (labels.fields or {}).items()},
        limits=limits_from_given(given, constraints),
        has_total=given.text_of("total") == "true",
        total_by=total_by.texts() if total_by else (),
        is_derived=given.text_of("derived") == "true",
    )


def limits_from_given(given: Given, constraints: Given) -> Limits:
    """Return what a field and its constraints allow."""
    true_values, false_values = given.get("trueValues"), given.get("falseValues")
    scale = given.text_of("scale")
    return Limits(
        pattern=constraints.text_of("pattern"),
        minimum=constraints.text_of("minimum"),
        maximum=constraints.text_of("maximum"),
        min_length=int(constraints.text_of("minLength") or 0),
        is_unique=constraints.text_of("unique") == "true",
        format=given.text_of("format"),
        true_values=true_values.texts() if true_values else (),
        false_values=false_values.texts() if false_values else (),
        scale=int(scale) if scale else None,
    )
