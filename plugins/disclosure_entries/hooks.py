"""The handlers: Markdown files are read by our reader alone, and at once."""

from __future__ import annotations

from pelican.generators import CachingGenerator
from pelican.readers import Readers

from disclosure_entries.reader import EntryReader


def add_reader(readers: Readers) -> None:
    """Replace every reader of text formats by the one for entries; leave other blogs alone."""
    if "DISCLOSURE_SITE" not in readers.settings:
        return
    for extension in ("md", "markdown", "mkd", "mdown", "rst", "html", "htm"):
        readers.reader_classes.pop(extension, None)
    readers.reader_classes["md"] = EntryReader


def ask_no_stamps(generator: CachingGenerator) -> None:
    """Keep Pelican from asking of every file four times when it changed, where it keeps nothing."""
    if "DISCLOSURE_SITE" in generator.settings and not generator.settings["CACHE_CONTENT"]:
        generator._filestamp_func = generator.readers._filestamp_func = no_stamp


def no_stamp(_: str) -> int:
    """Return what a file is known by in a cache that holds none."""
    return 0
