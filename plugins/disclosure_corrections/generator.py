"""Writes `corrections.html` and `api/v1/corrections.json`."""

from __future__ import annotations

from disclosure.sites.generator import SiteGenerator, Writer
from disclosure.sites.pages.corrections import write_corrections
from disclosure.sites.pages.corrections.interface import FILE


class CorrectionsGenerator(SiteGenerator):
    """One page and one file for programs; the view comes from the context."""

    def generate_output(self, writer: Writer) -> None:
        self.write_page(writer, "corrections.html", "corrections")
        self.files.write(FILE, write_corrections(self.context["corrections"]))
