"""Where a mirror reads from: a line (http) or a folder (a stick, a shared folder), asked alike."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

import urllib3

from disclosure.mirror.patience import NOT_ERRNO, Patience
from disclosure.mirror.problems import NO_BUNDLE
from disclosure.problem import DisclosureError

CHUNK = 1 << 16
MARKER = "BUNDLE.json"
BUNDLE = "bundle"
HISTORIES = "history"  # a file for each site
# Who asks us to come back later is heard by people, who start the next update.
RETRIES = urllib3.Retry(2, redirect=False, respect_retry_after_header=False)
WAIT = urllib3.Timeout(connect=15, read=60)  # seconds without a byte
OK, PARTIAL, BEYOND_END = 200, 206, 416
ELSEWHERE = range(300, 400)
GZIP = "gzip"
ABSENT = (403, 404, 410)
PATIENCE = Patience()


class Source(Protocol):
    """Something to read a bundle from; `name` is what people call it."""

    name: str

    def read(self, path: str, start: int = 0) -> Iterator[bytes]:
        """Yield a file from a byte on.

        Raises FileNotFoundError where there is no such file, OSError where it cannot be read.
        """

    def sites(self) -> frozenset[str]:
        """Return the codes of the sites that are there, none where that cannot be seen."""


class FolderSource:
    """A bundle in a folder, or in the folder `bundle` of a stick."""

    def __init__(self, folder: Path) -> None:
        for place in (folder, folder / BUNDLE):
            if (place / MARKER).is_file():
                self.folder, self.name = place, str(folder)
                return
        raise DisclosureError(NO_BUNDLE.at("", value=str(folder)))

    def read(self, path: str, start: int = 0) -> Iterator[bytes]:
        place = self.folder / path
        if not place.is_file():  # nor a device or a pipe, which would have no end
            raise FileNotFoundError(errno.ENOENT, "没有这个文件", path)
        with place.open("rb") as file:
            file.seek(start)
            while data := file.read(CHUNK):
                yield data

    def sites(self) -> frozenset[str]:
        return frozenset(path.stem for path in (self.folder / HISTORIES).glob("*.txt"))


class LineSource:
    """A bundle on a web server; it is never followed to another address."""

    def __init__(self, address: str, patience: Patience = PATIENCE) -> None:
        self.name, self.patience = address, patience
        self.address = address.rstrip("/")
        self.pool = urllib3.PoolManager(timeout=WAIT, retries=RETRIES)

    def read(self, path: str, start: int = 0) -> Iterator[bytes]:
        response = self.patience.begun(lambda: self.ask(path, start))
        try:
            if response.status == BEYOND_END:
                return
            if response.status in ELSEWHERE:
                raise OSError(NOT_ERRNO, "对方要求转到别的网址，没有跟去；请核对来源的网址")
            if response.status in ABSENT:
                raise FileNotFoundError(errno.ENOENT, "对方没有这个文件", path)
            if start and response.status == OK:
                raise RangeIgnoredError(NOT_ERRNO, "对方不支持断点续传")
            if response.status != (PARTIAL if start else OK):
                raise OSError(NOT_ERRNO, f"对方答复 {response.status}")
            # Some servers call a pack "zstd", as if it were to be unpacked on the way.
            is_packed = response.headers.get("Content-Encoding") == GZIP
            yield from self.patience.kept(chunks_of(response, is_packed=is_packed))
        except urllib3.exceptions.HTTPError as error:
            raise OSError(NOT_ERRNO, "下载中断") from error
        finally:
            response.close()

    def sites(self) -> frozenset[str]:
        """Nobody is told unasked what lies on a web server."""
        return frozenset()

    def ask(self, path: str, start: int) -> urllib3.BaseHTTPResponse:
        """Ask for a file; lists may come compressed, packs are so already."""
        is_list = path.endswith(".json") and not start
        headers = {"Accept-Encoding": GZIP if is_list else "identity"}
        if start:
            headers["Range"] = f"bytes={start}-"
        try:
            return self.pool.request(
                "GET",
                f"{self.address}/{path}",
                headers=headers,
                preload_content=False,
                redirect=False,
            )
        except urllib3.exceptions.HTTPError as error:
            raise OSError(NOT_ERRNO, "网络不通，或者对方没有应答") from error


def chunks_of(response: urllib3.BaseHTTPResponse, *, is_packed: bool) -> Iterator[bytes]:
    """Yield what an answer holds as it comes in, however little at a time."""
    while data := response.read1(CHUNK, decode_content=is_packed):
        yield data


class RangeIgnoredError(OSError):
    """The server sends a file from its beginning only."""


def is_address(text: str) -> bool:
    """Tell an address on a web server from a folder."""
    return text.startswith(("http://", "https://"))


def open_source(text: str) -> Source:
    """Return the source that somebody typed: an address or a folder."""
    if is_address(text):
        return LineSource(text)
    return FolderSource(Path(text))
