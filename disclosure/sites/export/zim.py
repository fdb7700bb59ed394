"""Writes one site as a ZIM file, which Kiwix opens on phones, where libzim is installed.

libzim writes an identifier of its own into each file, so two are never alike byte for byte.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Mapping
from datetime import date
from html import unescape
from importlib.util import find_spec
from mimetypes import MimeTypes
from pathlib import Path
from typing import Any

from msgspec import Struct

LANGUAGE = "zho"
ICON, ICON_SIZE = "theme/img/icon-48.png", 48
LONGEST_TITLE, LONGEST_DESCRIPTION = 30, 80  # characters that readers of ZIM files show
TITLE = re.compile(rb"<title>([^<]*)</title>")
PAGE = "text/html"
UNKNOWN = "application/octet-stream"
KINDS = MimeTypes()  # what Python knows, not what this machine has been told


class Label(Struct, frozen=True):
    """What a library of ZIM files shows of one: `name` tells its editions apart from others."""

    name: str
    title: str
    description: str
    publisher: str
    day: date


class Item(Struct, frozen=True):
    """One file as libzim asks for it; what it answers with is libzim's own."""

    path: str
    data: bytes

    def get_path(self) -> str:
        return self.path

    def get_title(self) -> str:
        """Return the title of a page, by which it is found; "" of any other file."""
        found = TITLE.search(self.data) if self.get_mimetype() == PAGE else None
        return unescape(found[1].decode("utf-8", "replace")) if found else ""

    def get_mimetype(self) -> str:
        return KINDS.guess_type(self.path)[0] or UNKNOWN

    def get_contentprovider(self) -> Any:
        from libzim.writer import StringProvider

        return StringProvider(self.data)

    def get_hints(self) -> Any:
        from libzim.writer import Hint

        return {Hint.FRONT_ARTICLE: self.get_mimetype() == PAGE}


def is_available() -> bool:
    """Tell whether the optional library is installed."""
    return find_spec("libzim") is not None


def write_zim(files: Mapping[str, Path | bytes], home: str, label: Label, target: Path) -> None:
    """Write some files by path; the old file stands until the new one is whole."""
    from libzim.writer import Creator

    with tempfile.TemporaryDirectory(dir=target.parent) as work:
        part = Path(work) / "part.zim"
        with Creator(part).config_indexing(True, LANGUAGE) as creator:
            creator.set_mainpath(home)
            for path, source in sorted(files.items()):
                data = source.read_bytes() if isinstance(source, Path) else source
                creator.add_item(Item(path, data))
                if path == ICON:
                    creator.add_illustration(ICON_SIZE, data)
            for name, value in metadata_of(label).items():
                creator.add_metadata(name, value)
        part.chmod(0o644)
        part.replace(target)


def metadata_of(label: Label) -> dict[str, str]:
    """Return what the form asks every file to say of itself."""
    return {
        "Name": label.name,
        "Title": label.title[:LONGEST_TITLE],
        "Description": label.description[:LONGEST_DESCRIPTION],
        "Language": LANGUAGE,
        "Creator": label.publisher,
        "Publisher": label.publisher,
        "Date": label.day.isoformat(),
    }
