"""Held against frictionless: what we accept it finds valid; where we differ, we say why."""

from __future__ import annotations

import csv
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

import pytest
from frictionless import Checklist, Dialect, Field, Schema, system
from frictionless.resources import TableResource
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclosure.catalogue.table import Column
from disclosure.dataset import DataTable
from disclosure.dataset.cells import CellError, Reason, reader_of
from disclosure.dataset.doubts import doubts_about
from disclosure.dataset.explain import explain
from disclosure.dataset.schema import schema_for
from disclosure.dataset.values import columns_of, read_values
from tests.dataset.ledgers import ROOT, standard_tables, table_of

# What is refused here alone. A pattern and a list too, where frictionless takes a text for one that
# fits: it lets a line end pass at the end of a pattern.
OURS = {
    Reason.FORMULA,
    Reason.BLANK,
    Reason.NUMBER,
    Reason.DECIMALS,
    Reason.DAY,
    Reason.ADDRESS,
}
BY_PATTERN = {
    "[0-9]{11}$": ["990101100201", "990101100202", "99010110020\n", "990101100201\n"],
    "20[0-9]{2}": ["2026-09", "2026-10", "2026-Q3", "2026", "2026-H1", "2026-09\n"],
    "{1,20}": ["基本户", "专项户", "ALL", "62220000", "户\n"],
    "{1,30}": ["HT-2026-001", "甲", "1234567890123"],
    "^[SE]": ["S0401-001", "E0203.1", "S04"],
    "PM2": ["PM2.5", "PM10、NO2", "PM2.5、", "pm10"],
}
PARTS = sorted(BY_PATTERN)
BY_TYPE = {
    "string": ["甲村路灯电费", "王一", "0012", "https://example.org/a?b=1", "文字", " 文字 "],
    "integer": ["1", "2", "3", "05", "100", "-1", "2026"],
    "number": ["1866.40", "0", "-5.00", "0.01", "100", "3.5", "12.3456"],
    "date": ["2026-09-01", "2026-10-08", "2024-02-29"],
    "boolean": ["是", "否", "true", "false"],
}
NASTY = [
    "", " ", "\u3000", "NaN", "INF", "1_000", "１２", "1e3", "+5", ".5", "5.", "1,000", "=1+1",
    "＝1", "-", "@a", "\t1", "1\n", "2026-9-1", "2026-02-30", "２０２６-09-01", "0001-01-01",
    "True", "1", "9" * 40, "http://[", "javascript:alert(1)", "a:b", "null", "None", "1.005", "٣",
    "²", "-0", "1__0", "0x10", "1 000", "2026-09-01 ", "-2026-09-01", "ｔｒｕｅ", "\x00", "\ud7ff",
    "１９９",
]  # fmt: skip


def fitting(column: Column) -> list[str]:
    """Return the texts that fit a column, of those we know."""
    texts = [*column.enum, *BY_TYPE[column.type], column.limits.minimum or "0", ""]
    for part, more in BY_PATTERN.items():
        if part in column.limits.pattern:
            texts += more
    read, found = reader_of(column), []
    for text in texts:
        with suppress(CellError):
            read(text)
            found.append(text)
    return found


FITTING = {
    (table.name, column.name): fitting(column)
    for table in standard_tables().values()
    for column in table.columns.values()
}


@st.composite
def tables(draw: st.DrawFn) -> DataTable:
    """Return a table of one of the standard tables, with some cells spoilt."""
    schema = standard_tables()[draw(st.sampled_from(sorted(standard_tables())))]
    columns = [
        column for column in schema.columns.values() if column.is_required or draw(st.booleans())
    ]
    columns = draw(st.permutations(columns))
    rows = []
    for number in range(draw(st.integers(0, 4))):
        row = [draw(st.sampled_from(FITTING[schema.name, column.name])) for column in columns]
        if draw(st.integers(0, 3)):  # mostly another key than the rows before
            for place, column in enumerate(columns):
                if column.name in schema.primary_key and column.type == "integer":
                    row[place] = str(number + 1 + 2000 * (column.limits.minimum == "2000"))
        rows.append(row)
    spoilt = draw(st.sampled_from((0, 0, 0, 1, 1, 2))) if rows else 0
    for _ in range(spoilt):
        row = draw(st.sampled_from(rows))
        place = draw(st.integers(0, len(columns) - 1))
        near = [*BY_TYPE[columns[place].type], *BY_PATTERN[draw(st.sampled_from(PARTS))]]
        row[place] = draw(st.sampled_from(NASTY) | st.sampled_from(near) | st.text(max_size=6))
    names = tuple(column.name for column in columns)
    return table_of(names, *map(tuple, rows), name=schema.name)


@lru_cache(maxsize=64)
def schema_path(name: str) -> str:
    return str(ROOT / "catalogue" / "tables" / f"{name}.yaml")


def is_valid(table: DataTable) -> bool:
    """Tell what frictionless says of a table, by the schema as it stands in the catalogue."""
    with system.use_context(trusted=True):
        schema = Schema.from_descriptor(schema_path(table.table))
    schema.fields_match = "superset"  # optional columns may be left out, the order is free
    resource = TableResource(
        name="t",
        data=[list(table.columns), *map(list, table.rows)],
        schema=schema,
        dialect=Dialect(header=True, header_rows=[1]),
    )
    return bool(resource.validate(Checklist()).valid)


RUNS = settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))


@RUNS
@given(tables())
def test_what_is_accepted_is_valid_and_what_is_not_is_explained(table: DataTable) -> None:
    schema = standard_tables()[table.table]

    if read_values(table, schema, {}) is not None:
        assert is_valid(table)
        assert not list(explain(table, schema, {}))
        return

    assert list(explain(table, schema, {}))
    if is_valid(table):  # then it is refused for our reasons alone
        doubts = doubts_about(table, schema, columns_of(schema, ()))
        assert not doubts.repeated
        for index, found in doubts.cells.items():
            for name, reason in found:
                text = table.rows[index][table.columns.index(name)]
                assert reason in OURS or (reason is Reason.PATTERN and text.endswith("\n"))


@pytest.mark.parametrize("name", sorted(standard_tables()))
def test_schema_asked_of_frictionless_is_that_of_the_catalogue(name: str) -> None:
    table = standard_tables()[name]
    with system.use_context(trusted=True):
        schema = Schema.from_descriptor(schema_path(name))

    ours = Schema.from_descriptor(schema_for(table, table.columns, tuple(table.columns)))

    assert ours.primary_key == schema.primary_key
    assert ours.missing_values == schema.missing_values
    assert [meaning(field) for field in ours.fields] == [meaning(one) for one in schema.fields]


def meaning(field: Field) -> tuple[object, ...]:
    """Return what a field asks of a cell, its bounds as text."""
    return (
        field.name,
        field.type,
        field.format,
        getattr(field, "true_values", None),
        getattr(field, "false_values", None),
        {
            key: str(value) if key in ("minimum", "maximum") else value
            for key, value in field.constraints.items()
        },
    )


def test_file_as_it_lies_there_is_valid_where_its_table_is_accepted(tmp_path: Path) -> None:
    files = sorted((ROOT / "content").rglob("ledger.csv"))[:12]
    for file in files:
        with file.open(encoding="utf-8-sig", newline="") as source:
            header, *rows = csv.reader(source)
        table = table_of(tuple(header), *map(tuple, rows), name="village_ledger")
        assert read_values(table, standard_tables()["village_ledger"], {}) is not None
        copy = tmp_path / "t.csv"
        copy.write_bytes(file.read_bytes())
        with system.use_context(trusted=True):
            schema = Schema.from_descriptor(schema_path("village_ledger"))
            schema.fields_match = "superset"
            resource = TableResource(path=str(copy), schema=schema, encoding="utf-8-sig")
            assert resource.validate().valid
    assert files
