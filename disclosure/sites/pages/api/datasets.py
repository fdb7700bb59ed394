"""`datasets.json`: the data packages of a site with their tables and files, newest first."""

from __future__ import annotations

from collections.abc import Iterable

from disclosure.dataset import DataTable
from disclosure.entry import Entry
from disclosure.opendata.record import Dataset
from disclosure.sites.order import newest_first
from disclosure.sites.pages.api import FOLDER
from disclosure.sites.pages.downloads import DERIVED, DESCRIPTOR, book_of, json_name, stem_of
from disclosure.sites.pages.interface import write_json
from disclosure.sites.site import Site

FILE = f"{FOLDER}/datasets.json"


def write_datasets(
    records: Iterable[tuple[Entry, Dataset]],
    years: Iterable[int],
    gathered: Iterable[Dataset],
    site: Site,
) -> str:
    """Return the data packages of a site; `years` are those that have a workbook.

    `gathered` are the tables of all villages below.
    """
    head = {
        "division": site.division.code,
        "workbooks": [{"year": year, "url": book_of(year)} for year in years],
        "gathered": [gathered_json(one) for one in gathered],
    }
    ordered = sorted(records, key=lambda one: (newest_first(one[1].issued), one[0].name))
    return write_json({**head, "datasets": [to_json(*one, site) for one in ordered]})


def to_json(package: Entry, record: Dataset, site: Site) -> dict[str, object]:
    """Return one data package; what is not given is null."""
    licence = record.licence
    return {
        "url": record.page,
        "name": package.name,
        "title": record.title,
        "description": record.description,
        "identifier": record.identifier,
        "category": record.theme_code,
        "category_name": record.theme or None,
        "publisher": record.publisher.name,
        "published": package.header.text("date"),
        "period": package.header.text("period") or None,
        "first_day": record.period.first.isoformat() if record.period else None,
        "last_day": record.period.last.isoformat() if record.period else None,
        "nil": package.is_nil,
        "keywords": list(record.keywords),
        "licence": {"name": licence.name, "url": licence.url or None} if licence else None,
        "descriptor": f"{package.address}/{DERIVED}",
        "committed_descriptor": f"{package.address}/{DESCRIPTOR}",
        "tables": [table_json(table, site) for table in package.tables],
    }


def table_json(table: DataTable, site: Site) -> dict[str, object]:
    """Return one table with its forms; its columns are told by the descriptor."""
    stem = stem_of(table, site)
    return {
        "name": table.name,
        "standard_table": table.table or None,
        "rows": len(table.rows),
        "csv": f"{stem}.csv",
        "csv_for_excel": f"{stem}.excel.csv",
        "json": json_name(stem),
    }


def gathered_json(record: Dataset) -> dict[str, object]:
    """Return a gathered table with its files."""
    files = [{"url": one.url, "media_type": one.media_type} for one in record.distributions]
    return {"url": record.page, "title": record.title, "files": files}
