"""A small server for a terminal or the village's network: reads only, shows what is held."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

from msgspec import to_builtins

from disclosure.bundle.names import PLAIN
from disclosure.bundle.parts import ABOUT, COMMON, Part, part_of
from disclosure.bundle.places import FILE as PLACES
from disclosure.bundle.places import Places, places_of, read_places
from disclosure.bundle.stubs import write_stub
from disclosure.mirror.home import Home, Release
from disclosure.mirror.notes import HELD, noted
from disclosure.mirror.opened import FRONT
from disclosure.mirror.pages import front_page, public_address, status_page
from disclosure.mirror.standing import standing
from disclosure.problem import DisclosureError

STATUS, STATUS_DATA = "status", "status.json"
HTML = "text/html; charset=utf-8"
TYPES = {
    ".html": HTML,
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".jsonld": "application/ld+json; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}
UNKNOWN = "application/octet-stream"
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-cache",
}
Answer = tuple[HTTPStatus, str, bytes]


class Shelf:
    """Finds what a mirror holds, always in the release that is shown at the moment."""

    def __init__(self, home: Home, clock: Callable[[], datetime], *, kiosk: bool) -> None:
        self.home = home
        self.clock = clock
        self.start = "kiosk.html" if kiosk else FRONT
        self.shown = Release()
        self.seen = 0

    def release(self) -> Release:
        """Return the release that is shown; another is read once it is."""
        stamp = self.home.stamp()
        if stamp != self.seen:
            self.shown, self.seen = self.home.current(), stamp
        return self.shown

    def answer(self, path: str) -> Answer:
        """Return what stands under a path, which starts without a slash."""
        if path in (STATUS, STATUS_DATA):
            return self.status(path)
        if not PLAIN.fullmatch(path):
            return self.missing(path)
        file = self.file_of(path)
        if file is None or not file.is_file():
            return self.front() if path == FRONT else self.missing(path)
        kind = TYPES.get(file.suffix.lower(), UNKNOWN)
        data = file.read_bytes()
        return HTTPStatus.OK, kind, self.noted(path, data) if kind == HTML else data

    def file_of(self, path: str) -> Path | None:
        """Return the file of a path, None where its part is not held."""
        code, part = part_of(path)
        held = self.release().sites.get(code)
        archives = held.parts.get(part.value) if held else None
        return self.home.part(code, part.value, archives) / path if archives else None

    def noted(self, path: str, page: bytes) -> bytes:
        """Return a page, with a word above it where its content has aged, or that tells of it."""
        return noted(page, (standing(self.home, self.clock()).notice, self.version_told(path)))

    def version_told(self, path: str) -> str:
        """Return which version of a site is held, where a page asks for it, else ""."""
        code, _, name = path.partition("/")
        held = self.release().sites.get(code)
        if name != ABOUT or not held:
            return ""
        return HELD.format(version=held.version, day=held.day)

    def missing(self, path: str) -> Answer:
        """Return the page that stands for one which is not held."""
        own = f"{self.home.settings().code}/{FRONT}"
        plain = path if PLAIN.fullmatch(path) else own
        page = write_stub(plain, self.places(), self.address(own))
        return HTTPStatus.NOT_FOUND, HTML, page.encode()

    def address(self, own: str) -> str:
        """Return under which address all sites are public, as the own home page says, or ""."""
        file = self.file_of(own)
        return public_address(file.read_bytes(), own) if file and file.is_file() else ""

    def front(self) -> Answer:
        """Return the page to pick a place from, of what is held."""
        page = front_page(self.home.settings(), self.release().sites, self.places())
        return HTTPStatus.OK, HTML, self.noted(FRONT, page.encode())

    def places(self) -> Places:
        """Return the names of places, none where they are not held."""
        held = self.release().sites.get(COMMON)
        archives = held.parts.get(Part.THEME.value) if held else None
        if not archives:
            return places_of(())
        try:
            folder = self.home.part(COMMON, Part.THEME.value, archives)
            return read_places((folder / PLACES).read_bytes())
        except (OSError, DisclosureError):
            return places_of(())

    def status(self, path: str) -> Answer:
        """Return how the mirror stands, for the township."""
        now = standing(self.home, self.clock())
        if path == STATUS_DATA:
            data = json.dumps(to_builtins(now), ensure_ascii=False, indent=1, sort_keys=True)
            return HTTPStatus.OK, TYPES[".json"], data.encode()
        return HTTPStatus.OK, HTML, status_page(now).encode()


class Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD."""

    server_version, sys_version = "disclosure-mirror", ""
    protocol_version = "HTTP/1.1"
    timeout = 30  # seconds a connection may stay without a word
    shelf: Shelf

    def do_GET(self) -> None:
        self.reply(with_body=True)

    def do_HEAD(self) -> None:
        self.reply(with_body=False)

    def reply(self, *, with_body: bool) -> None:
        path = unquote(self.path.partition("?")[0], errors="replace").removeprefix("/")
        if not path:
            self.send_to(f"/{self.shelf.home.settings().code}/{self.shelf.start}")
            return
        status, kind, data = self.shelf.answer(path + FRONT if path[-1] == "/" else path)
        self.send_response(status)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if with_body:
            self.wfile.write(data)

    def send_to(self, address: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", address)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
        """Keep no record of who read what."""


def make_server(
    home: Home, clock: Callable[[], datetime], host: str, port: int, *, kiosk: bool
) -> ThreadingHTTPServer:
    """Return a server, listening; raise OSError where the port is taken."""
    handler = type("MirrorHandler", (Handler,), {"shelf": Shelf(home, clock, kiosk=kiosk)})
    return ThreadingHTTPServer((host, port), handler)
