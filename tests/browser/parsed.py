"""What tests ask of a built page without a browser: its ids, addresses, tags and heading."""

from __future__ import annotations

from collections import defaultdict
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit


class Parsed(HTMLParser):
    """One page; `tags` are the contents of each named meta element, `times` its machine dates."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self.ids: list[str] = []
        self.addresses: list[str] = []
        self.tags: dict[str, list[str]] = defaultdict(list)
        self.h1: list[str] = []
        self.is_in_h1 = False
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if given.get("id"):
            self.ids.append(given["id"] or "")
        self.addresses += [
            address for name in ("href", "src") if (address := given.get(name)) is not None
        ]
        if tag == "meta" and given.get("name"):
            self.tags[given["name"] or ""].append(given.get("content") or "")
        if tag == "h1":
            self.is_in_h1 = True
            self.h1.append("")

    def handle_endtag(self, tag: str) -> None:
        if tag == "h1":
            self.is_in_h1 = False

    def handle_data(self, data: str) -> None:
        if self.is_in_h1:
            self.h1[-1] += data

    def internal(self) -> list[tuple[Path, str, str]]:
        """Where each address without a host leads: the file, the anchor, the address as given."""
        found = []
        for address in self.addresses:
            parts = urlsplit(address)
            if not parts.scheme and not parts.netloc:
                path = (self.path.parent / unquote(parts.path)).resolve()
                target = path if parts.path else self.path
                found.append((target, unquote(parts.fragment), address))
        return found
