"""Data packages (数据包): the tables a publication carries, read once and kept as text."""

from __future__ import annotations

from disclosure.dataset.cells import Value
from disclosure.dataset.descriptor import DESCRIPTOR_KEYS
from disclosure.dataset.resource import DataTable, read_resources
from disclosure.dataset.values import FIRST_ROW, Row, ValueTable, read_values

__all__ = [
    "DESCRIPTOR_KEYS",
    "FIRST_ROW",
    "DataTable",
    "Row",
    "Value",
    "ValueTable",
    "read_resources",
    "read_values",
]
