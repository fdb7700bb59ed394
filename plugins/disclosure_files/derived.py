"""Copies committed files and writes data in other forms: for Excel, as JSON, a workbook a year."""

from __future__ import annotations

from disclosure.opendata.workbook import write_workbook
from disclosure.sites.generator import SiteGenerator, Writer
from disclosure.sites.pages.downloads import book_of
from disclosure.sites.pages.package_files import derived_files, packages_of
from disclosure.sites.pages.year_books import HEADS, books_of

COMMITTED = "committed_files"  # of the context: where each comes from and goes to


class DerivedGenerator(SiteGenerator):
    """What a site holds beside its pages."""

    def generate_output(self, writer: Writer) -> None:
        packages = packages_of(self.site)
        for package in packages:
            for name, data in derived_files(package, self.site):
                self.files.write(name, data)
        for book in books_of(packages, self.site):
            path = self.files.path(book_of(book.year))
            write_workbook(path, book.title, HEADS, book.leaves, book.created)
        for source, name in self.context[COMMITTED]:
            self.files.copy(source, name)
