"""Writes the money pages that a division has something to tell on."""

from __future__ import annotations

from pelican.generators import Generator
from pelican.writers import Writer

from disclosure.sites.pages.money import MoneyPages


class MoneyGenerator(Generator):
    """One template a page; the view comes from the context."""

    def generate_output(self, writer: Writer) -> None:
        pages: MoneyPages = self.context["money"]
        for door in pages.doors:
            writer.write_file(
                door.url,
                self.get_template(door.region),
                self.context,
                relative_urls=self.settings["RELATIVE_URLS"],
                door=door,
            )
