"""Writes `board.html`, `kiosk.html`, `slides.html`, `api/v1/slides.json` and the codes in `qr/`."""

from __future__ import annotations

from pathlib import Path

from pelican.generators import Generator
from pelican.writers import Writer

from disclosure.sites.pages.board import Late, view_board
from disclosure.sites.pages.interface import write_json
from disclosure.sites.pages.kiosk import view_doors
from disclosure.sites.pages.qr import code_files, draw_qr
from disclosure.sites.pages.slides import SECONDS, feed_of, view_slides
from disclosure.sites.site import Site
from disclosure_boards.options import read_options


class BoardGenerator(Generator):
    """The sheet, the kiosk and the slides of a division, and the QR codes its pages show."""

    def generate_context(self) -> None:
        """Name the pictures of QR codes, by the address of the page each leads to."""
        site: Site = self.settings["DISCLOSURE_SITE"]
        codes = code_files(site) if read_options(self.settings).public_url else {}
        self.context["qr_codes"] = codes

    def generate_output(self, writer: Writer) -> None:
        site: Site = self.settings["DISCLOSURE_SITE"]
        slides = view_slides(site)
        with_codes = bool(self.context["qr_codes"])
        pages = (
            ("board", {"board": view_board(site, self.late(), with_codes=with_codes)}),
            ("kiosk", {"doors": view_doors(site)}),
            ("slides", {"slides": slides, "seconds": SECONDS}),
        )
        for name, views in pages:
            writer.write_file(
                f"{name}.html",
                self.get_template(name),
                self.context,
                relative_urls=self.settings["RELATIVE_URLS"],
                **views,
            )
        self.write("api/v1/slides.json", write_json(feed_of(site, slides)))
        self.write_codes(site)

    def late(self) -> tuple[Late, ...]:
        """Return what is late, where the plugin that works it out runs."""
        lines = self.context["matrix"].late if "matrix" in self.context else ()
        return tuple(Late(line.name, line.days) for line in lines)

    def write_codes(self, site: Site) -> None:
        """Write the QR codes: each holds the public address of a page."""
        public = read_options(self.settings).public_url
        for address, file in self.context["qr_codes"].items():
            self.write(file, draw_qr(f"{public}/{site.division.code}/{address}.html"))

    def write(self, name: str, text: str) -> None:
        """Write one file below the division's site."""
        path = Path(self.output_path) / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
