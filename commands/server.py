"""Serves a folder on this machine alone, to look at sites before they are published."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import HTTPServer, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

HOST, HTTP_PORT = "127.0.0.1", 80
POLL = 0.1  # seconds after which an end is noticed
TEXTS = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".csv": "text/csv",
    ".txt": "text/plain",
    ".xml": "application/xml",
    ".yaml": "application/yaml",
    ".md": "text/markdown",
    ".svg": "image/svg+xml",
}


class Handler(SimpleHTTPRequestHandler):
    """Answers with files of the folder only: no listings, no links that lead out of it."""

    extensions_map = {  # noqa: RUF012 - not changed; declared so by the class inherited from
        **SimpleHTTPRequestHandler.extensions_map,
        **{suffix: f"{type_}; charset=utf-8" for suffix, type_ in TEXTS.items()},
    }

    def translate_path(self, path: str) -> str:
        """Return the file meant, or one that does not exist where it lies outside the folder."""
        base = Path(os.path.realpath(self.directory))
        if "\0" in (typed := super().translate_path(path)):
            return str(base / "404")
        file = Path(os.path.realpath(typed))
        if file.is_dir() and path.partition("?")[0].endswith("/"):
            file = Path(os.path.realpath(file / "index.html"))
        return str(file if file.is_relative_to(base) else base / "404")

    def list_directory(self, path: object) -> None:
        """Refuse: what has no index page shows nothing."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def parse_request(self) -> bool:
        """Refuse who asks for another host: a page elsewhere that had its name lead here."""
        if not super().parse_request():
            return False
        if self.headers.get("Host", "").lower() in self.hosts():
            return True
        self.send_error(HTTPStatus.MISDIRECTED_REQUEST)
        return False

    def hosts(self) -> tuple[str, ...]:
        """Return the names under which this server is meant."""
        assert isinstance(self.server, HTTPServer)
        port = self.server.server_port
        names = (HOST, "localhost")
        return (*(f"{name}:{port}" for name in names), *(names if port == HTTP_PORT else ()))

    def end_headers(self) -> None:
        """Let the browser ask again every time, so that a new build is seen."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name inherited
        """Keep the terminal quiet."""


class Server(ThreadingHTTPServer):
    """Answers each request in a thread of its own; a browser that hangs up is no news."""

    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Report what is a defect."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # as given


@contextmanager
def serving(handler: Callable[..., Handler], port: int) -> Iterator[str]:
    """Serve while the block runs, and yield the address. Port 0 takes a free one."""
    with Server((HOST, port), handler) as server:
        thread = Thread(target=server.serve_forever, args=(POLL,), daemon=True)
        thread.start()
        try:
            yield f"http://{HOST}:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
