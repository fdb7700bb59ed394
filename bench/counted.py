"""Serves a bundle as a web server would, lists compressed, and counts every byte and request."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from msgspec import Struct, field

LEVEL = 6  # of gzip, as nginx is often set
ABSENT = b"404 Not Found\n"


class Counted(Struct):
    """What went over a line: heads of both sides, and bodies by path."""

    heads: int = 0
    bodies: dict[str, int] = field(default_factory=dict)
    requests: int = 0

    @property
    def bytes(self) -> int:
        """All of it: what is asked and what is answered."""
        return self.heads + sum(self.bodies.values())

    def clear(self) -> None:
        """Begin anew."""
        self.heads = self.requests = 0
        self.bodies.clear()


class Handler(BaseHTTPRequestHandler):
    """Sends files of a folder, on connections that stay open."""

    protocol_version = "HTTP/1.1"
    server_version, sys_version = "nginx", ""
    folder: Path
    counted: Counted

    def do_GET(self) -> None:
        asked = len(self.raw_requestline) + len(self.headers.as_bytes())
        path = self.folder / self.path.removeprefix("/")
        status, body, head = HTTPStatus.OK, ABSENT, {"Content-Type": "application/octet-stream"}
        if not path.is_file():
            status = HTTPStatus.NOT_FOUND
        else:
            body = path.read_bytes()
            head |= {"Last-Modified": self.date_time_string(path.stat().st_mtime),
                     "ETag": '"6740a5f2-1a2b3"', "Accept-Ranges": "bytes"}  # fmt: skip
            if path.suffix == ".json" and "gzip" in self.headers.get("Accept-Encoding", ""):
                body = gzip.compress(body, LEVEL, mtime=0)
                head |= {"Content-Encoding": "gzip", "Vary": "Accept-Encoding"}
            start = self.headers.get("Range", "bytes=0-").removeprefix("bytes=").rstrip("-")
            if int(start):
                status, body = HTTPStatus.PARTIAL_CONTENT, body[int(start) :]
        self.send_response(status)
        for name, value in (head | {"Content-Length": str(len(body))}).items():
            self.send_header(name, value)
        answered = sum(map(len, self._headers_buffer)) + len(b"\r\n")  # type: ignore[attr-defined]  # what the base class gathers
        self.counted.requests += 1
        self.counted.heads += asked + answered
        self.counted.bodies[self.path] = self.counted.bodies.get(self.path, 0) + len(body)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *given: object) -> None:  # noqa: A002  # the base class's
        """Requests are counted, not printed."""


@contextmanager
def counting(folder: Path) -> Iterator[tuple[str, Counted]]:
    """Serve a folder on a free port of 127.0.0.1; yield its address and what is counted."""
    counted = Counted()
    handler = type("Counting", (Handler,), {"folder": folder, "counted": counted})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}", counted
        server.shutdown()
