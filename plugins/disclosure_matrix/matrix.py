"""Generates the matrix: worked out once, written as a page and as data."""

from __future__ import annotations

from disclosure.sites.generator import SiteGenerator, Writer
from disclosure.sites.pages.coverage_view import view_coverage
from disclosure.sites.pages.home import view_home
from disclosure.sites.pages.matrix_data import write_matrix
from disclosure.sites.pages.matrix_view import view_matrix

DATA = "api/v1/matrix.json"


class MatrixGenerator(SiteGenerator):
    """The matrix of the division, and on the home page what is late."""

    def generate_context(self) -> None:
        """Work the matrix out before any page is written: the home page shows its counts."""
        matrix = view_matrix(self.site)
        self.context["matrix"] = matrix
        self.context["home"] = view_home(self.site, matrix)
        self.context["coverage"] = view_coverage(self.site)

    def generate_output(self, writer: Writer) -> None:
        self.write_page(writer, "matrix.html", "matrix", data_url=DATA)
        self.files.write(DATA, write_matrix(self.context["matrix"], self.site))
