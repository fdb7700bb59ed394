"""Writes `gathered/`: the summary tables of all villages below a county or city as one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pelican.generators import Generator
from pelican.writers import Writer

from disclosure.division import Level
from disclosure.opendata.parquet import is_available, write_parquet
from disclosure.opendata.record import Dataset, Distribution
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
from disclosure.sites.site import Site

RECORDS = "gathered_datasets"


class GatheredGenerator(Generator):
    """A page for each gathered table with its files; nothing where no village hands any up."""

    def generate_context(self) -> None:
        """Name the gathered tables before any page is written: the home page leads to them."""
        self.context["gathered"] = tuple(ways_to(self.settings["DISCLOSURE_SITE"]))

    def generate_output(self, writer: Writer) -> None:
        site: Site = self.settings["DISCLOSURE_SITE"]
        summaries = [summary_of(table, site.facts.catalogue) for table in tables_of(site)]
        records = self.context.setdefault(RECORDS, [])  # for the catalogue of the site
        sheets = [sheet for summary in summaries for sheet in self.write(summary, writer, records)]
        if sheets:
            path = Path(self.output_path) / DESCRIPTOR
            path.write_text(write_descriptor(sheets, site), "utf-8", newline="\n")

    def write(self, summary: Summary, writer: Writer, records: list[Dataset]) -> tuple[Sheet, ...]:
        """Write the files and the page of one table; return the tables it comes to."""
        site: Site = self.settings["DISCLOSURE_SITE"]
        sheets = tuple(sheets_of(summary))
        written = [(sheet, self.write_sheet(sheet)) for sheet in sheets]
        files = [file for sheet, some in written if not sheet.is_empty for file in some]
        records.append(dataset_of_gathered(summary.table, site, files))
        view = view_gathered(summary, site, tuple(map(download_of, files)))
        writer.write_file(
            view.url,
            self.get_template("gathered"),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            view=view,
        )
        return sheets

    def write_sheet(self, sheet: Sheet) -> list[Distribution]:
        """Write one table in all its forms and return them; Parquet is for the whole city."""
        site: Site = self.settings["DISCLOSURE_SITE"]
        output = Path(self.output_path)
        (output / sheet.stem).parent.mkdir(parents=True, exist_ok=True)
        written = []
        for file, pieces in files_of(sheet):
            with (output / file.url).open("w", encoding="utf-8", newline="\n") as target:
                target.writelines(pieces)
            written.append(measured(file, output))
        if site.division.level is Level.CITY and is_available():
            url = f"{sheet.stem}.parquet"
            write_parquet(output / url, sheet.layout, sheet.rows())
            file = Distribution(f"{sheet.title}（Parquet）", url, PARQUET)
            written.append(measured(file, output))
        return written


def measured(file: Distribution, output: Path) -> Distribution:
    """Return a file that is written with its size."""
    return replace(file, size=(output / file.url).stat().st_size)
