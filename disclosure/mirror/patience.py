"""How long a server is waited for: one that sends a byte now and then would hold an update."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from threading import Thread
from time import monotonic
from typing import TypeVar

from msgspec import Struct

NOT_ERRNO = 0  # the words say it, no number of the system does
T = TypeVar("T")


class Patience(Struct, frozen=True):
    """In so many seconds an answer is to begin, and ever so many bytes of it are to come.

    A line of some 70 bytes a second is still waited for; what it brought is gone on with.
    """

    seconds: float = 60
    least: int = 4096

    def begun(self, ask: Callable[[], T]) -> T:
        """Return what comes of asking; raise OSError where it does not come in time."""
        answer: Future[T] = Future()

        def run() -> None:
            try:
                answer.set_result(ask())
            except BaseException as error:  # noqa: BLE001 - whoever waits raises it
                answer.set_exception(error)

        Thread(target=run, daemon=True).start()
        try:
            return answer.result(self.seconds)
        except TimeoutError as error:
            raise OSError(NOT_ERRNO, f"对方在 {self.seconds:g} 秒里没有答复") from error

    def kept(self, chunks: Iterable[bytes]) -> Iterator[bytes]:
        """Yield what a server sends; raise OSError once it sends too slowly."""
        since, received = monotonic(), 0
        for chunk in chunks:
            received += len(chunk)
            yield chunk
            if monotonic() - since >= self.seconds:
                if received < self.least:
                    words = f"对方发得太慢，{self.seconds:g} 秒里只有 {received} 字节"
                    raise OSError(NOT_ERRNO, words)
                since, received = monotonic(), 0
