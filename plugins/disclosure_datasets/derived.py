"""Writes the other forms of data packages: for Excel, as JSON, as a workbook a year."""

from __future__ import annotations

from pathlib import Path

from pelican.generators import Generator
from pelican.writers import Writer

from disclosure.opendata.workbook import write_workbook
from disclosure.sites.pages.downloads import book_of
from disclosure.sites.pages.package_files import derived_files, packages_of
from disclosure.sites.pages.year_books import HEADS, books_of
from disclosure.sites.site import Site


class DerivedGenerator(Generator):
    """What a site holds beside the files its data packages were committed with."""

    def generate_output(self, writer: Writer) -> None:
        site: Site = self.settings["DISCLOSURE_SITE"]
        packages = packages_of(site)
        output = Path(self.output_path)
        for package in packages:
            (output / package.address).mkdir(parents=True, exist_ok=True)
            for name, data in derived_files(package, site):
                (output / name).write_bytes(data)
        for book in books_of(packages, site):
            write_workbook(
                output / book_of(book.year), book.title, HEADS, book.leaves, book.created
            )
