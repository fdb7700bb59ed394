"""Serves built sites on this machine alone, to look at them before they are published."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

HOST = "127.0.0.1"
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

    def end_headers(self) -> None:
        """Let the browser ask again every time, so that a new build is seen."""
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name inherited
        """Keep the terminal quiet."""


def serve(output: Path, port: int, ready: Callable[[str], None]) -> None:
    """Serve a folder until interrupted; `ready` is told the address. Port 0 takes a free one."""
    with ThreadingHTTPServer((HOST, port), partial(Handler, directory=str(output))) as server:
        ready(f"http://{HOST}:{server.server_port}")
        with suppress(KeyboardInterrupt):  # the way to end it
            server.serve_forever()
