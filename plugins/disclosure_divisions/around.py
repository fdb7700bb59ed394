"""Generates what a site shows of others: what they share, and pages for places not built."""

from __future__ import annotations

from disclosure.sites.generator import SiteGenerator, Writer
from disclosure.sites.pages.elsewhere import stubs
from disclosure_divisions.options import read_options


class AroundGenerator(SiteGenerator):
    """`shared.html`, and `elsewhere/<code>.html` for each division the build does not hold."""

    def generate_output(self, writer: Writer) -> None:
        around = self.site.around
        if around.from_above or around.from_below:
            self.write_page(writer, "shared.html", "shared")
        public = read_options(self.settings).public_url
        for stub in stubs(self.site):
            base = f"{public}/{stub.division.code}" if public else ""
            self.write_page(writer, stub.file, "elsewhere", stub=stub, public=base)
