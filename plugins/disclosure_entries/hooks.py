"""The handler: Markdown files are read by our reader alone."""

from __future__ import annotations

from pelican.readers import Readers

from disclosure_entries.reader import EntryReader


def add_reader(readers: Readers) -> None:
    """Replace every reader of text formats by the one for entries; leave other blogs alone."""
    if "DISCLOSURE_SITE" not in readers.settings:
        return
    for extension in ("md", "markdown", "mkd", "mdown", "rst", "html", "htm"):
        readers.reader_classes.pop(extension, None)
    readers.reader_classes["md"] = EntryReader
