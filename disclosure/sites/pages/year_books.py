"""The workbook of each year: all tables a division has published of it, one on a sheet."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from disclosure.dataset import DataTable
from disclosure.entry import Entry
from disclosure.opendata.columns import layout_of
from disclosure.opendata.workbook import Leaf
from disclosure.sites.pages.downloads import title_of, year_of
from disclosure.sites.site import Site

HEADS = ("数据包", "公开主体", "所属期间", "发布日期", "行数", "网页")


class YearBook(Struct, frozen=True):
    """The tables of a year by category and period; `created` is the day of the newest."""

    year: int
    title: str
    leaves: tuple[Leaf, ...]
    created: date


def books_of(packages: Iterable[Entry], site: Site) -> tuple[YearBook, ...]:
    """Return the workbooks of some packages, by year."""
    found: dict[int, list[Entry]] = {}
    for package in packages:
        year = year_of(package)
        if year and package.tables:
            found.setdefault(year, []).append(package)
    return tuple(book_from(year, some, site) for year, some in sorted(found.items()))


def book_from(year: int, packages: list[Entry], site: Site) -> YearBook:
    """Return the workbook of one year."""
    packages.sort(key=lambda one: (one.category, one.header.text("period"), one.name))
    leaves = (leaf_of(package, table, site) for package in packages for table in package.tables)
    days = (one.published.date() for one in packages if one.published)
    return YearBook(
        year,
        f"{site.division.name}{year}年公开的数据表",
        tuple(leaves),
        max(days, default=date(year, 1, 1)),
    )


def leaf_of(package: Entry, table: DataTable, site: Site) -> Leaf:
    """Return one table for its sheet."""
    period = package.header.text("period")
    return Leaf(
        name=f"{period} {title_of(package, table, site)}" if period else package.title,
        about=(
            package.title,
            package.publisher,
            package.period.zh if package.period else "",
            package.header.text("date")[:10],
            str(len(table.rows)),
            f"{package.address}.html",
        ),
        columns=layout_of(package, table, site.facts.catalogue),
        rows=table.rows,
    )
