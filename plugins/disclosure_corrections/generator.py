"""Writes `corrections.html` and `api/v1/corrections.json`."""

from __future__ import annotations

from pathlib import Path

from pelican.generators import Generator
from pelican.writers import Writer

from disclosure.sites.pages.corrections import CorrectionsView, write_corrections
from disclosure.sites.pages.corrections.interface import FILE


class CorrectionsGenerator(Generator):
    """One page and one file for programs; the view comes from the context."""

    def generate_output(self, writer: Writer) -> None:
        view: CorrectionsView = self.context["corrections"]
        writer.write_file(
            "corrections.html",
            self.get_template("corrections"),
            self.context,
            relative_urls=self.settings["RELATIVE_URLS"],
        )
        path = Path(self.output_path) / FILE
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(write_corrections(view), encoding="utf-8", newline="\n")
