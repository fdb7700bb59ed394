"""The page of a data package: each table with its fields, totals, rules and charts."""

from __future__ import annotations

from msgspec import Struct

from disclosure.dataset import DataTable
from disclosure.entry import Entry
from disclosure.sites.pages.dataset.charts import Chart, view_charts
from disclosure.sites.pages.dataset.checked import Warned, rules_passed
from disclosure.sites.pages.dataset.fields import FieldView, view_fields
from disclosure.sites.pages.dataset.terms import Licence, citation_of, licences_of
from disclosure.sites.pages.dataset.totals import view_totals
from disclosure.sites.pages.table_view import (
    TableView,
    column_views,
    table_title,
    telling_columns,
)
from disclosure.sites.site import Site


class DatasetTable(Struct, frozen=True):
    """What is told of one table beside its rows.

    `rules` are sentences; `is_checked` is False where nobody has checked or there was nothing to
    check: then nothing is claimed.
    """

    title: str
    standard: str
    grain: str
    fields: tuple[FieldView, ...]
    totals: tuple[TableView, ...]
    charts: tuple[Chart, ...]
    rules: tuple[str, ...]
    is_checked: bool


class DatasetView(Struct, frozen=True):
    """The page of a package: its terms, how it is cited, its tables in their order."""

    period: str
    licences: tuple[Licence, ...]
    citation: str
    tables: tuple[DatasetTable, ...]


def view_dataset(package: Entry, site: Site, warned: Warned | None = None) -> DatasetView:
    """Return what the page of a package tells; `warned` is None where nothing was checked."""
    return DatasetView(
        period=package.period.zh if package.period else "",
        licences=licences_of(package),
        citation=citation_of(package),
        tables=tuple(
            view_table(package, number, table, site, warned)
            for number, table in enumerate(package.tables)
        ),
    )


def view_table(
    package: Entry, number: int, table: DataTable, site: Site, warned: Warned | None
) -> DatasetTable:
    """Return what is told of one table; one that does not fit its schema has no totals."""
    schema = table.schema or site.facts.catalogue.tables.get(table.table)
    views = column_views(package, table, site.facts)
    values = site.facts.values(package)[number]
    title = table_title(package, table, site.facts)
    is_checked = warned is not None and values is not None and bool(values.rows)
    return DatasetTable(
        title=title,
        standard=schema.title if schema and table.table else "",
        grain=schema.grain if schema else "",
        fields=view_fields(
            tuple(views[index] for index in telling_columns(package, table)),
            schema,
        ),
        totals=view_totals(values, title) if values else (),
        charts=view_charts(values, site) if values else (),
        rules=rules_passed(table.table, table.file, site, warned or frozenset())
        if is_checked
        else (),
        is_checked=is_checked,
    )
