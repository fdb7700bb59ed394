"""Writes the money pages that a division has something to tell on."""

from __future__ import annotations

from disclosure.sites.generator import SiteGenerator, Writer
from disclosure.sites.pages.money import MoneyPages


class MoneyGenerator(SiteGenerator):
    """One template a page; the view comes from the context."""

    def generate_output(self, writer: Writer) -> None:
        pages: MoneyPages = self.context["money"]
        for door in pages.doors:
            self.write_page(writer, door.url, door.region, door=door)
