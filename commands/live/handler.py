"""Answers the browser of whoever edits: pages with a script in them that no output holds."""

from __future__ import annotations

import json
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import BinaryIO
from urllib.parse import parse_qs, urlsplit

from commands.live.board import Board
from commands.server import Handler

OWN = "/-/"  # no site has such a name
EVENTS, STATE = OWN + "events", OWN + "state"
ASSETS = {f"{OWN}{name}": Path(__file__).with_name(name) for name in ("corner.js", "corner.css")}
BEAT = 10.0  # seconds after which a browser that is gone is noticed
# The policy that pages state of themselves, and what it is while they are edited.
POLICY = b"default-src &#39;none&#39;;"
EASED = POLICY + b" connect-src &#39;self&#39;;"
HEAD_END = b"</head>"
TAGS = """<link rel="stylesheet" href="{own}corner.css">
<script src="{own}corner.js" data-site="{site}" data-mark="{mark}" defer></script>
"""
NOTICE = """<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; \
style-src &#39;self&#39;; script-src &#39;self&#39;">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
</head>
<body>
<h1>{title}</h1>
<p>{text}</p>
</body>
</html>
"""
BUSY = ("正在生成", "网页正在生成，生成后自动打开。")
MISSING = ("没有这个网页", "地址有误，或者这个网站还没有生成。有错误的，见右下角。")


class LiveHandler(Handler):
    """Serves the output; what is below `OWN` is ours."""

    def __init__(self, *args: object, board: Board, directory: str) -> None:
        self.board = board
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]  # passed through

    def do_GET(self) -> None:  # noqa: N802 - the name inherited
        """Answer what pages ask for while they are open, or with a file."""
        parts = urlsplit(self.path)
        if parts.path == EVENTS:
            self.stream()
        elif parts.path == STATE:
            site = parse_qs(parts.query).get("site", [""])[0]
            text = json.dumps(self.board.state(site), ensure_ascii=False)
            self.answer(text.encode(), "application/json")
        elif parts.path in ASSETS:
            file = ASSETS[parts.path]
            self.answer(file.read_bytes(), self.extensions_map[file.suffix])
        else:
            super().do_GET()

    def send_head(self) -> BytesIO | BinaryIO | None:
        """Answer with a page as it is to be seen here; anything else is sent as it is."""
        path = urlsplit(self.path).path
        file = Path(self.translate_path(self.path))
        if not path.endswith(("/", ".html")):
            return super().send_head()
        site = site_of(path)
        mark = self.board.mark(site)  # before the page is read: it may change now
        status = HTTPStatus.OK
        try:
            page = file.read_bytes()
        except OSError:
            title, text = BUSY if self.board.is_busy else MISSING
            page = NOTICE.format(title=title, text=text).encode()
            status = HTTPStatus.NOT_FOUND
        return self.head(with_corner(page, site, mark), "text/html; charset=utf-8", status)

    def head(self, data: bytes, type_: str, status: HTTPStatus = HTTPStatus.OK) -> BytesIO:
        """Send the headers of some bytes, and return what is left to be sent."""
        self.send_response(status)
        self.send_header("Content-Type", type_)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        return BytesIO(data)

    def answer(self, data: bytes, type_: str) -> None:
        """Send some bytes."""
        self.wfile.write(self.head(data, type_).getvalue())

    def stream(self) -> None:
        """Send a number whenever there is news, until the browser is gone."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        number = self.board.number
        self.wfile.write(f"retry: 500\ndata: {number}\n\n".encode())
        while not self.board.is_closed:
            before, number = number, self.board.wait(number, BEAT)
            self.wfile.write(b":\n\n" if number == before else f"data: {number}\n\n".encode())


def site_of(path: str) -> str:
    """Return the code of the site a page belongs to, "" where it is that of places."""
    code = path.split("/")[1]
    return code if code.isascii() and code.isdecimal() else ""


def with_corner(page: bytes, site: str, mark: str) -> bytes:
    """Return a page that reloads itself and tells what is wrong, allowed by its own policy."""
    head, end, rest = page.partition(HEAD_END)
    if not end:
        return page
    tags = TAGS.format(own=OWN, site=site, mark=mark).encode()
    return head.replace(POLICY, EASED, 1) + tags + end + rest
