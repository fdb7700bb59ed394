"""Workbooks (电子表格): what the cells of an Excel or CSV file hold, and where each one stands."""

from __future__ import annotations

from disclosure.workbook.grid import Area, Sheet, Value, Workbook, address, column_letters
from disclosure.workbook.read import read_workbook

__all__ = [
    "Area",
    "Sheet",
    "Value",
    "Workbook",
    "address",
    "column_letters",
    "read_workbook",
]
