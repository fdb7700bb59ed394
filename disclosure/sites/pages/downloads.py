"""What a page offers to take away: the files of a data package, each with its form and size."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from disclosure.catalogue import Kind
from disclosure.dataset import DataTable
from disclosure.entry import Entry
from disclosure.opendata.columns import layout_of
from disclosure.opendata.record import Distribution
from disclosure.sites.shown import Shown
from disclosure.sites.site import Site

CSV, JSON, YAML = "text/csv", "application/json", "application/yaml"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PARQUET = "application/vnd.apache.parquet"
DESCRIPTOR, DERIVED = "datapackage.yaml", "datapackage.json"
KILOBYTE = 1000


class Download(Struct, frozen=True):
    """A file to take away; `href` is relative to the division's site.

    `size` is ready to print, "" where it is not known before the file is written.
    """

    title: str
    href: str
    size: str
    media_type: str


def downloads_of(entry: Entry, site: Site) -> tuple[Download, ...]:
    """Return what the page of a data package offers; nothing on other pages and of what is gone."""
    if entry.kind is not Kind.DATA or site.shown(entry) is not Shown.FULL:
        return ()
    return tuple(map(download_of, every_file(entry, site)))


def download_of(file: Distribution) -> Download:
    """Return a file as a page offers it."""
    return Download(file.title, file.url, size_zh(file.size), file.media_type)


def every_file(package: Entry, site: Site) -> Iterator[Distribution]:
    """Yield the files of a package: its tables in each form, what describes them, its year."""
    for table in package.tables:
        title, stem = title_of(package, table, site), stem_of(table, site)
        plain = table_files(package, table, site)
        yield plain[0]
        size = plain[0].size
        yield Distribution(f"{title}（CSV，用 Excel 打开）", f"{stem}.excel.csv", CSV, size)
        yield plain[1]
    yield Distribution("数据包描述（JSON，含字段说明）", f"{package.address}/{DERIVED}", JSON)
    yield Distribution("数据包描述（YAML，原文）", f"{package.address}/{DESCRIPTOR}", YAML)
    year = year_of(package)
    if year and package.tables:
        yield Distribution(f"{year}年全部数据表（Excel）", book_of(year), XLSX)


def table_files(package: Entry, table: DataTable, site: Site) -> tuple[Distribution, Distribution]:
    """Return the forms in which other programs read a table: as committed, and as JSON."""
    title, stem = title_of(package, table, site), stem_of(table, site)
    size = (site.facts.root / table.file).stat().st_size
    return (
        Distribution(f"{title}（CSV）", f"{stem}.csv", CSV, size),
        Distribution(f"{title}（JSON）", json_name(stem), JSON),
    )


def title_of(package: Entry, table: DataTable, site: Site) -> str:
    """Return what a table is called."""
    return layout_of(package, table, site.facts.catalogue).title or table.name


def stem_of(table: DataTable, site: Site) -> str:
    """Return where the files of a table stand within the site, without what tells their forms."""
    return table.file.removeprefix(site.division.folder + "/").removesuffix(".csv")


def json_name(stem: str) -> str:
    """Return where a table stands as JSON; one called `datapackage` leaves that to the package."""
    name = f"{stem}.json"
    return f"{stem}.rows.json" if name.endswith(f"/{DERIVED}") else name


def year_of(package: Entry) -> int | None:
    """Return the year a package stands for: that of its period, else of its publication."""
    if package.period:
        return package.period.first.year
    return package.published.year if package.published else None


def book_of(year: int) -> str:
    """Return where the workbook of a year stands within the site."""
    return f"data/{year}.xlsx"


def size_zh(size: int | None) -> str:
    """Return a size as people read it: 862 字节, 1.5 KB, 20.0 MB."""
    if size is None:
        return ""
    if size < KILOBYTE:
        return f"{size} 字节"
    if size < KILOBYTE * KILOBYTE:
        return f"{size / KILOBYTE:.1f} KB"
    return f"{size / KILOBYTE / KILOBYTE:.1f} MB"
