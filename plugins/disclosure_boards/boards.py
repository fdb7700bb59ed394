"""Writes `board.html`, `kiosk.html`, `slides.html`, `api/v1/slides.json` and the codes in `qr/`."""

from __future__ import annotations

from disclosure.sites.generator import SiteGenerator, Writer
from disclosure.sites.pages.board import Late, view_board
from disclosure.sites.pages.interface import write_json
from disclosure.sites.pages.kiosk import view_doors
from disclosure.sites.pages.qr import code_files, draw_qr
from disclosure.sites.pages.slides import SECONDS, feed_of, view_slides
from disclosure_boards.options import read_options


class BoardGenerator(SiteGenerator):
    """The sheet, the kiosk and the slides of a division, and the QR codes its pages show."""

    def generate_context(self) -> None:
        """Name the pictures of QR codes, by the address of the page each leads to."""
        codes = code_files(self.site) if read_options(self.settings).public_url else {}
        self.context["qr_codes"] = codes

    def generate_output(self, writer: Writer) -> None:
        site = self.site
        slides = view_slides(site)
        board = view_board(site, self.late(), with_codes=bool(self.context["qr_codes"]))
        self.write_page(writer, "board.html", "board", board=board)
        self.write_page(writer, "kiosk.html", "kiosk", doors=view_doors(site))
        self.write_page(writer, "slides.html", "slides", slides=slides, seconds=SECONDS)
        self.files.write("api/v1/slides.json", write_json(feed_of(site, slides)))
        self.write_codes()

    def late(self) -> tuple[Late, ...]:
        """Return what is late, where the plugin that works it out runs."""
        lines = self.context["matrix"].late if "matrix" in self.context else ()
        return tuple(Late(line.name, line.days) for line in lines)

    def write_codes(self) -> None:
        """Write the QR codes: each holds the public address of a page."""
        base = f"{read_options(self.settings).public_url}/{self.site.division.code}"
        for address, file in self.context["qr_codes"].items():
            self.files.write(file, draw_qr(f"{base}/{address}.html"))
