"""The files of a gathered table: its rows, its sums and its outliers, and what describes them."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain

from msgspec import Struct

from disclosure.catalogue import Column
from disclosure.catalogue.table import plain_column
from disclosure.opendata.columns import Layout
from disclosure.opendata.package_json import PROFILE
from disclosure.opendata.record import Body, Dataset, Distribution
from disclosure.opendata.rows_json import row_pieces
from disclosure.opendata.schema_json import to_json, write_schema
from disclosure.sites.pages.downloads import CSV, JSON
from disclosure.sites.pages.gathered import FOLDER
from disclosure.sites.pages.gathered.sums import PeriodSum, Summary
from disclosure.sites.pages.gathered.table import GatheredTable
from disclosure.sites.site import Site

DESCRIPTOR = f"{FOLDER}/datapackage.json"
MARK = "\ufeff"  # without it Excel takes a CSV file for GBK
PIECE = 100_000  # characters
PERIOD = plain_column("period", "统计期")
VILLAGES = plain_column("villages", "村（社区）数", "integer")
OUTLIER_COLUMNS = (
    plain_column("division_code", "区划代码"),
    plain_column("division_name", "村（社区）"),
    PERIOD,
    plain_column("column", "列名"),
    plain_column("title", "项目"),
    plain_column("amount", "数值", "number"),
    plain_column("low", "下限", "number"),
    plain_column("high", "上限", "number"),
    VILLAGES,
    plain_column("page", "原表网页"),
)


class Sheet(Struct, frozen=True):
    """A table to take away; `stem` is where its files stand, without what tells their forms.

    `rows` yields its rows anew each time it is called: those of a city are never gathered.
    """

    stem: str
    title: str
    layout: Layout
    rows: Callable[[], Iterator[tuple[str, ...]]]
    is_empty: bool = False


def sheets_of(summary: Summary) -> Iterator[Sheet]:
    """Yield the tables that one gathered table comes to."""
    table, title = summary.table, summary.table.schema.title
    yield Sheet(table.stem, table.title, table.layout, table.cells)
    sums = Layout((PERIOD, VILLAGES, *map(optional, table.columns)), None)
    rows = partial(map, sum_row, summary.sums)
    yield Sheet(f"{table.stem}-sums", f"{title}（逐期合计）", sums, rows)
    if summary.measure:
        columns = Layout(OUTLIER_COLUMNS, None)
        found = partial(outlier_rows, summary)
        is_empty = not any(summary.outliers.values())
        yield Sheet(f"{table.stem}-outliers", f"{title}（离群值）", columns, found, is_empty)


def optional(column: Column) -> Column:
    """Return a column of sums: where a village left a cell blank there is none."""
    return plain_column(column.name, f"{column.title}合计", column.type)


def sum_row(one: PeriodSum) -> tuple[str, ...]:
    """Return the sums of a period as a row."""
    sums = ("" if amount is None else f"{amount:f}" for amount in one.sums)
    return (one.period, str(one.villages), *sums)


def outlier_rows(summary: Summary) -> Iterator[tuple[str, ...]]:
    """Yield the outliers of every period."""
    for period, found in summary.outliers.items():
        for one in found:
            place = one.row.village.division
            yield (
                place.full_code,
                place.name,
                period,
                one.column.name,
                one.column.title,
                f"{one.amount:f}",
                f"{one.fences.low:f}",
                f"{one.fences.high:f}",
                str(one.villages),
                one.row.page,
            )


def files_of(sheet: Sheet) -> Iterator[tuple[Distribution, Iterator[str]]]:
    """Yield the files of a table with the pieces of their text: CSV, the same for Excel, JSON."""
    forms = (
        ("（CSV）", "csv", CSV, csv_pieces(sheet)),
        ("（CSV，用 Excel 打开）", "excel.csv", CSV, chain((MARK,), csv_pieces(sheet))),
        ("（JSON）", "json", JSON, row_pieces(sheet.layout, sheet.rows())),
    )
    for form, ending, kind, pieces in forms:
        yield Distribution(sheet.title + form, f"{sheet.stem}.{ending}", kind), pieces


def csv_pieces(sheet: Sheet) -> Iterator[str]:
    """Yield a table as CSV in the form of all tables here."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.name for column in sheet.layout])
    for row in sheet.rows():
        writer.writerow(row)
        if text.tell() > PIECE:
            yield text.getvalue()
            text.seek(0)
            text.truncate()
    yield text.getvalue()


def write_descriptor(sheets: Iterable[Sheet], site: Site) -> str:
    """Return the data package of all gathered tables of a site."""
    lines = []
    for sheet in sheets:
        name = sheet.stem.removeprefix(f"{FOLDER}/")
        about = {
            "name": name.replace("_", "-"),
            "title": sheet.title,
            "path": f"{name}.csv",
            "type": "table",
            "format": "csv",
            "mediatype": CSV,
            "encoding": "utf-8",
        }
        lines.append(f'{to_json(about)[:-1]},"schema":{write_schema(sheet.layout)}}}')
    head = {
        "$schema": PROFILE,
        "name": f"gathered-{site.division.code}",
        "title": f"{site.division.name}各村（社区）汇总表",
    }
    parts = [f'"{key}":{to_json(value)}' for key, value in head.items()]
    resources = ",\n".join(lines)
    return "{\n" + ",\n".join((*parts, f'"resources":[\n{resources}\n]')) + "\n}\n"


def dataset_of_gathered(table: GatheredTable, site: Site, files: Iterable[Distribution]) -> Dataset:
    """Return the record of a gathered table with its files."""
    division = site.division
    return Dataset(
        page=f"{table.stem}.html",
        identifier=f"{division.code}/{table.schema.name}",
        title=f"{division.name}{table.title}",
        description=f"{division.name}各村（社区）公开的《{table.schema.title}》，每村每期一行。",
        publisher=Body(division.office or division.name, phone=division.phone),
        issued=max(row.line.published for row in table.rows)[:10],
        keywords=(table.schema.title, "汇总"),
        theme="",
        theme_code="",
        period=None,
        licence=None,
        distributions=tuple(files),
    )
