"""A web server for a bundle that answers honestly, or in one of many wrong ways."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

PAUSE = 0.002  # seconds between the bytes of a slow server


class Answer(Struct, frozen=True):
    """What is sent; `claimed` is the length it says it has, its own if None.

    `slow` is "head" or "body": that comes a byte now and then.
    """

    status: int
    body: bytes = b""
    claimed: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    is_endless: bool = False
    slow: str = ""


# What is asked for, and the answer an honest server would give.
Trick = Callable[[str, Answer], Answer]


def honest(_name: str, answer: Answer) -> Answer:
    return answer


class Line:
    """A folder on the web, and what was asked of it: path and Range."""

    def __init__(self, folder: Path, trick: Trick = honest) -> None:
        self.folder, self.trick = folder, trick
        self.asked: list[tuple[str, str]] = []
        self.address = ""

    def answer(self, name: str, wanted: str) -> Answer:
        """Return what is sent for a path and a Range."""
        self.asked.append((name, wanted))
        path = self.folder / name
        if not path.is_file():
            return self.trick(name, Answer(404))
        data = path.read_bytes()
        start = int(wanted.removeprefix("bytes=").removesuffix("-") or 0)
        if start and start >= len(data):
            return self.trick(name, Answer(416))
        return self.trick(name, Answer(206 if start else 200, data[start:]))


def without_ranges(line: Line) -> Trick:
    """Return the ways of a server that sends files from their beginning only."""

    def trick(name: str, answer: Answer) -> Answer:
        if answer.status not in (206, 416):
            return answer
        return replace(answer, status=200, body=(line.folder / name).read_bytes())

    return trick


@contextmanager
def served(folder: Path, trick: Trick = honest) -> Iterator[Line]:
    """Serve a folder while a block runs."""
    line = Line(folder, trick)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer = line.answer(self.path.removeprefix("/"), self.headers.get("Range", ""))
            if answer.slow == "head":
                self.trickle(b"HTTP/1.0 200 OK\r\nX-Long: %b\r\n" % (b"x" * 2000))
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            if not answer.is_endless:
                length = len(answer.body) if answer.claimed is None else answer.claimed
                self.send_header("Content-Length", str(length))
            try:
                self.end_headers()
                if answer.slow == "body":
                    self.trickle(answer.body)
                self.wfile.write(answer.body)
                while answer.is_endless:
                    self.wfile.write(b" " * 65_536)
            except OSError:  # whoever asked has heard enough
                self.close_connection = True

        def trickle(self, body: bytes) -> None:
            """Send a byte now and then."""
            with suppress(OSError):  # whoever asked has waited enough
                for byte in body:
                    self.wfile.write(bytes([byte]))
                    time.sleep(PAUSE)

        def log_message(self, format: str, *arguments: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    line.address = f"http://127.0.0.1:{server.server_port}"
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield line
    finally:
        server.shutdown()
        server.server_close()
