"""The files written beside a data package's own: for Excel, as JSON, and with schemas inlined."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.catalogue import Kind
from disclosure.entry import Entry
from disclosure.opendata.columns import layout_of
from disclosure.opendata.package_json import Content, file_name, write_package
from disclosure.opendata.rows_json import write_rows
from disclosure.regular import read_regular
from disclosure.sites.pages.downloads import DERIVED, json_name, stem_of
from disclosure.sites.site import Site

BOM = b"\xef\xbb\xbf"  # without it Excel takes a CSV file for GBK


def packages_of(site: Site) -> tuple[Entry, ...]:
    """Return the data packages a site publishes, by name."""
    return tuple(entry for entry in site.visible() if entry.kind is Kind.DATA)


def derived_files(package: Entry, site: Site) -> Iterator[tuple[str, bytes]]:
    """Yield what is written for one package: where it stands within the site, and its bytes."""
    catalogue = site.facts.catalogue
    contents: dict[str, Content] = {}
    for table in package.tables:
        data = read_regular(site.facts.root / table.file)
        contents[file_name(table)] = Content.from_bytes(data)
        stem = stem_of(table, site)
        yield f"{stem}.excel.csv", data if data.startswith(BOM) else BOM + data
        columns = layout_of(package, table, catalogue)
        yield json_name(stem), write_rows(columns, table.rows).encode()
    text = write_package(package, contents, catalogue)
    yield f"{package.address}/{DERIVED}", text.encode()
