"""Generates the matrix: worked out once, written as a page and as data."""

from __future__ import annotations

from pathlib import Path

from pelican.generators import Generator
from pelican.writers import Writer

from disclosure.sites.pages.coverage_view import view_coverage
from disclosure.sites.pages.home import view_home
from disclosure.sites.pages.matrix_data import write_matrix
from disclosure.sites.pages.matrix_view import view_matrix
from disclosure.sites.site import Site

DATA = "api/v1/matrix.json"


class MatrixGenerator(Generator):
    """The matrix of the division, and on the home page what is late."""

    def generate_context(self) -> None:
        """Work the matrix out before any page is written: the home page shows its counts."""
        site: Site = self.settings["DISCLOSURE_SITE"]
        matrix = view_matrix(site)
        self.context["matrix"] = matrix
        self.context["home"] = view_home(site, matrix)
        self.context["coverage"] = view_coverage(site)

    def generate_output(self, writer: Writer) -> None:
        site: Site = self.settings["DISCLOSURE_SITE"]
        view = self.context["matrix"]
        writer.write_file(
            "matrix.html",
            self.get_template("matrix"),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
            data_url=DATA,
        )
        path = Path(self.output_path) / DATA
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_matrix(view, site), "utf-8", newline="\n")
