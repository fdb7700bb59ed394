"""The peers for tables: frictionless file by file, and pandera on polars for one large file."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from disclosure.catalogue import PRODUCT
from disclosure.catalogue.table import Column, load_tables
from disclosure.dataset.schema import schema_for

TABLE = "village_ledger"
Told = dict[str, Any]  # JSON: any value


def validate_files(paths: Sequence[str]) -> Told:
    """Validate ledgers one after the other with frictionless' own defaults."""
    from frictionless import Schema, system
    from frictionless.resources import TableResource

    schema = load_tables(PRODUCT)[TABLE]
    names = Path(paths[0]).read_text("utf-8").split("\n", 1)[0].split(",")
    start = time.process_time()
    with system.use_context(trusted=True):  # it refuses absolute paths otherwise
        for path in paths:
            given = Schema.from_descriptor(schema_for(schema, schema.columns, names))
            report = TableResource(path=path, schema=given).validate()
            if not report.valid:
                raise SystemExit(f"{path}: {report.flatten(['note'])[:3]}")
    return {"ledgers": len(paths), "seconds": time.process_time() - start}


def validate_columns(path: str) -> Told:
    """Read one ledger with polars and hold it to the same constraints with pandera."""
    try:
        import pandera.polars as pa
        import polars as pl
    except ImportError:
        return {"rows": 0, "seconds": 0.0}
    schema = load_tables(PRODUCT)[TABLE]
    start = time.process_time()
    frame = pl.read_csv(path, infer_schema=False)
    types = {"integer": pl.Int64, "number": pl.Decimal(18, 2), "date": pl.Date}
    frame = frame.with_columns(
        pl.col(name).str.to_date() if column.type == "date" else pl.col(name).cast(kind)
        for name, column in schema.columns.items()
        if name in frame.columns and (kind := types.get(column.type))
    )
    rules = {
        name: pa.Column(
            types.get(column.type, pl.String),
            list(checks_of(column, pa)),
            nullable=not column.is_required,
        )
        for name, column in schema.columns.items()
        if name in frame.columns
    }
    pa.DataFrameSchema(rules, unique=list(schema.primary_key), strict=True).validate(frame)
    return {"rows": frame.height, "seconds": time.process_time() - start}


def checks_of(column: Column, pa: Any) -> list[Any]:  # pandera ships no types for its checks
    """Return the constraints of a column as pandera's checks."""
    limits, checks = column.limits, []
    if column.enum:
        checks.append(pa.Check.isin(column.enum))
    if limits.pattern and "(?" not in limits.pattern:  # polars knows no look-ahead
        checks.append(pa.Check.str_matches(limits.pattern))
    if limits.min_length:
        checks.append(pa.Check.str_length(min_value=limits.min_length))
    if limits.minimum:
        checks.append(pa.Check.ge(int(limits.minimum)))
    return checks
