"""Serves a folder on this machine and notes what was asked for: for tools that need a server."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from msgspec import Struct, field


class Served(Struct):
    """Where a folder is served, and the path and bytes of each file sent since it was emptied."""

    address: str = ""
    sent: list[tuple[str, int]] = field(default_factory=list)


class Handler(SimpleHTTPRequestHandler):
    """Sends files as they are, and notes them."""

    def __init__(self, *given: object, served: Served, directory: str) -> None:
        self.served = served
        super().__init__(*given, directory=directory)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_file():
            self.served.sent.append((self.path.partition("?")[0], path.stat().st_size))
        super().do_GET()

    def log_message(self, format: str, *given: object) -> None:  # noqa: A002  # the base class's
        """Requests are counted, not printed."""


@contextmanager
def serve(folder: Path) -> Iterator[Served]:
    """Serve a folder on a free port of 127.0.0.1."""
    served = Served()
    handler = partial(Handler, served=served, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        served.address = f"http://127.0.0.1:{server.server_address[1]}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield served
        server.shutdown()
