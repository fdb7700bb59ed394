"""Writes `gathered/`: the summary tables of all villages below a county or city as one."""

from __future__ import annotations

from pathlib import Path

from msgspec.structs import replace

from disclosure.division import Level
from disclosure.opendata.parquet import is_available, write_parquet
from disclosure.opendata.record import Dataset, Distribution
from disclosure.sites.generator import SiteGenerator, Writer
from disclosure.sites.pages.downloads import PARQUET, download_of
from disclosure.sites.pages.gathered.files import (
    DESCRIPTOR,
    Sheet,
    dataset_of_gathered,
    files_of,
    sheets_of,
    write_descriptor,
)
from disclosure.sites.pages.gathered.sums import Summary, summary_of
from disclosure.sites.pages.gathered.table import tables_of, ways_to
from disclosure.sites.pages.gathered.view import view_gathered
from disclosure_opendata.generator import RECORDS


class GatheredGenerator(SiteGenerator):
    """A page for each gathered table with its files; nothing where no village hands any up."""

    def generate_context(self) -> None:
        """Name the gathered tables before any page is written: the home page leads to them."""
        self.context["gathered"] = tuple(ways_to(self.site))

    def generate_output(self, writer: Writer) -> None:
        catalogue = self.site.facts.catalogue
        summaries = [summary_of(table, catalogue) for table in tables_of(self.site)]
        records = self.context.setdefault(RECORDS, [])  # for the catalogue of the site
        sheets = [sheet for summary in summaries for sheet in self.write(summary, writer, records)]
        if sheets:
            self.files.write(DESCRIPTOR, write_descriptor(sheets, self.site))

    def write(self, summary: Summary, writer: Writer, records: list[Dataset]) -> tuple[Sheet, ...]:
        """Write the files and the page of one table; return the tables it comes to."""
        sheets = tuple(sheets_of(summary))
        written = [(sheet, self.write_sheet(sheet)) for sheet in sheets]
        files = [file for sheet, some in written if not sheet.is_empty for file in some]
        records.append(dataset_of_gathered(summary.table, self.site, files))
        view = view_gathered(summary, self.site, tuple(map(download_of, files)))
        self.write_page(writer, view.url, "gathered", view=view)
        return sheets

    def write_sheet(self, sheet: Sheet) -> list[Distribution]:
        """Write one table in all its forms and return them; Parquet is for the whole city."""
        written = []
        for file, pieces in files_of(sheet):
            path = self.files.path(file.url)
            with path.open("w", encoding="utf-8", newline="\n") as target:
                target.writelines(pieces)
            written.append(measured(file, path))
        if self.site.division.level is Level.CITY and is_available():
            url = f"{sheet.stem}.parquet"
            path = self.files.path(url)
            write_parquet(path, sheet.layout, sheet.rows())
            written.append(measured(Distribution(f"{sheet.title}（Parquet）", url, PARQUET), path))
        return written


def measured(file: Distribution, path: Path) -> Distribution:
    """Return a file that is written with its size."""
    return replace(file, size=path.stat().st_size)
