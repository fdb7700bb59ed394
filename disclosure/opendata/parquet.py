"""A table as Parquet, where pyarrow is installed; numbers exact, days as days, all else as text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from decimal import Decimal
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.opendata.columns import Layout

if TYPE_CHECKING:
    import pyarrow as pa

DIGITS, DECIMALS = 23, 8  # as many as the tables allow: 15 before the point, 8 behind it
GROUP = 20_000  # rows written at a time
Cast = Callable[[str], object]


def is_available() -> bool:
    """Tell whether the optional library is installed."""
    return find_spec("pyarrow") is not None


def write_parquet(path: Path, layout: Layout, rows: Iterable[Sequence[str]]) -> None:
    """Write a table; the same rows give the same bytes with the same release of pyarrow."""
    import pyarrow as pa
    from pyarrow import parquet

    forms = [form_of(column.type) for column in layout]
    fields = [(column.name, kind) for column, (kind, _) in zip(layout, forms, strict=True)]
    schema = pa.schema(fields)
    rest = iter(rows)
    with parquet.ParquetWriter(path, schema, compression="zstd") as writer:
        while group := list(islice(rest, GROUP)):
            arrays = [
                pa.array([cast(text) if text else None for text in texts], kind)
                for texts, (kind, cast) in zip(zip(*group, strict=True), forms, strict=True)
            ]
            writer.write_table(pa.table(arrays, schema=schema))


def form_of(kind: str) -> tuple[pa.DataType, Cast]:
    """Return how the cells of a type are kept."""
    import pyarrow as pa

    match kind:
        case "integer":
            return pa.int64(), int
        case "number":
            return pa.decimal128(DIGITS, DECIMALS), Decimal
        case "date":
            return pa.date32(), date.fromisoformat
    return pa.string(), str
