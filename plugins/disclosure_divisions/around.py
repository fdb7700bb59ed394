"""Generates what a site shows of others: what they share, and pages for places not built."""

from __future__ import annotations

from pelican.generators import Generator
from pelican.writers import Writer

from disclosure.sites.pages.elsewhere import stubs
from disclosure.sites.site import Site
from disclosure_divisions.options import read_options


class AroundGenerator(Generator):
    """`shared.html`, and `elsewhere/<code>.html` for each division the build does not hold."""

    def generate_output(self, writer: Writer) -> None:
        site: Site = self.settings["DISCLOSURE_SITE"]
        relative = self.settings["RELATIVE_URLS"]
        if site.around.from_above or site.around.from_below:
            template = self.get_template("shared")
            writer.write_file("shared.html", template, self.context, relative_urls=relative)
        public = read_options(self.settings).public_url
        for stub in stubs(site):
            template = self.get_template("elsewhere")
            base = f"{public}/{stub.division.code}" if public else ""
            writer.write_file(
                stub.file, template, self.context, relative_urls=relative, stub=stub, public=base
            )
