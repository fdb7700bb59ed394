"""Hears of changed files from the system, several at once where they come together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread

from disclosure.problem import Code, DisclosureError

WATCH_FAILED = Code(
    "watch-failed",
    zh="无法得知文件的改动：{value}",
    en="changes of files cannot be noticed: {value}",
    hint_zh="文件夹太多的，请用 --division 写明区划；网络盘请设 WATCHFILES_FORCE_POLLING=true",
    hint_en="name a --division where there are too many folders, or set WATCHFILES_FORCE_POLLING",
)
TOGETHER = 200  # milliseconds within which changes count as one
STEP = 10  # milliseconds without another change after which they are told
END = 200  # milliseconds after which an end is noticed


class Inbox:
    """The changed files that nobody has asked for yet."""

    def __init__(self) -> None:
        self.queue: SimpleQueue[set[str] | DisclosureError] = SimpleQueue()

    def take(self, seconds: float | None = None) -> set[str]:
        """Return the files that changed; wait so long until there are some, None = for good."""
        files: set[str] = set()
        with suppress(Empty):
            while True:
                found = self.queue.get(timeout=0 if files else seconds)
                if isinstance(found, DisclosureError):
                    raise found
                files |= found
        return files


@contextmanager
def watching(paths: Iterable[Path]) -> Iterator[Inbox]:
    """Watch files and folders while the block runs."""
    inbox, stop = Inbox(), Event()
    thread = Thread(target=hear, args=(tuple(paths), inbox, stop), daemon=True)
    thread.start()
    try:
        yield inbox
    finally:
        stop.set()
        thread.join()


def hear(paths: tuple[Path, ...], inbox: Inbox, stop: Event) -> None:
    """Put what changes into the inbox until it is time to stop.

    What editors write beside a file for themselves is not told.
    """
    from watchfiles import watch

    try:
        for changes in watch(
            *paths, stop_event=stop, debounce=TOGETHER, step=STEP, rust_timeout=END
        ):
            inbox.queue.put({file for _, file in changes})
    except (OSError, RuntimeError) as error:
        inbox.queue.put(DisclosureError(WATCH_FAILED.at("", value=str(error))))
