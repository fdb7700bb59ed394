"""Writes `search.html`, the texts it reads (`search/docs*.js`), and `opensearch.xml`."""

from __future__ import annotations

from collections.abc import Iterator

from pelican.contents import Content

from disclosure.search.texts import write_texts
from disclosure.sites.generator import SiteGenerator, Writer
from disclosure.sites.pages.search.documents import documents_of, subjects_of
from disclosure.sites.pages.search.opensearch import FILE, write_opensearch
from disclosure.sites.pages.search.view import FOLDER, SearchView
from disclosure_search.options import read_options


class SearchGenerator(SiteGenerator):
    """One page and the texts of all others, as Pelican has read them."""

    def generate_output(self, writer: Writer) -> None:
        view: SearchView = self.context["search"]
        self.write_page(writer, view.url, "search")
        for name, text in self.texts():
            self.files.write(name, text)

    def texts(self) -> Iterator[tuple[str, str]]:
        """Yield what stands beside the page: where within the site, and its text."""
        site = self.site
        contents: list[Content] = [*self.context["articles"], *self.context["pages"]]
        # The text as it was read: what Pelican makes of links in it is no text.
        pages = {one.view.address: (one.view, one._content) for one in contents}
        documents = documents_of(site, pages)
        for name, text in write_texts(site.division.code, documents, subjects_of(site)):
            yield f"{FOLDER}/{name}", text
        public = read_options(self.settings).public_url
        if public:
            yield FILE, write_opensearch(site.division, f"{public}/{site.division.code}")
