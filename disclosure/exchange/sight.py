"""A sheet as an import sees it: its header, the table it is taken for, what all rows share."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct

from disclosure.catalogue.headings import Heading
from disclosure.catalogue.table import Column, Table
from disclosure.exchange.cell import Context
from disclosure.exchange.header import Header
from disclosure.workbook import Sheet


class Sight(Struct, frozen=True):
    """A sheet and its header, with what all its rows have in common."""

    sheet: Sheet
    header: Header
    table: Table
    columns: Mapping[str, Column]
    known: Mapping[str, Heading]
    context: Context
    file: str
