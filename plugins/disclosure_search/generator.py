"""Writes `search.html`, the texts it reads (`search/docs*.js`), and `opensearch.xml`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pelican.contents import Content
from pelican.generators import Generator
from pelican.writers import Writer

from disclosure.search.texts import write_texts
from disclosure.sites.pages.search.documents import documents_of, subjects_of
from disclosure.sites.pages.search.opensearch import FILE, write_opensearch
from disclosure.sites.pages.search.view import FOLDER, SearchView
from disclosure.sites.site import Site
from disclosure_search.options import read_options


class SearchGenerator(Generator):
    """One page and the texts of all others, as Pelican has read them."""

    def generate_output(self, writer: Writer) -> None:
        view: SearchView = self.context["search"]
        writer.write_file(
            view.url,
            self.get_template("search"),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
        )
        for name, text in self.files():
            path = Path(self.output_path) / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, "utf-8", newline="\n")

    def files(self) -> Iterator[tuple[str, str]]:
        """Yield what stands beside the page: where within the site, and its text."""
        site: Site = self.settings["DISCLOSURE_SITE"]
        contents: list[Content] = [*self.context["articles"], *self.context["pages"]]
        # The text as it was read: what Pelican makes of links in it is no text.
        pages = {one.view.address: (one.view, one._content) for one in contents}
        documents = documents_of(site, pages)
        for name, text in write_texts(site.division.code, documents, subjects_of(site)):
            yield f"{FOLDER}/{name}", text
        public = read_options(self.settings).public_url
        if public:
            yield FILE, write_opensearch(site.division, f"{public}/{site.division.code}")
