"""What open pages are told: which sites were built again, and what is wrong with them."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable
from itertools import chain
from threading import Condition

from disclosure.problem import Problem
from disclosure.report import hidden
from disclosure.report.plain import plain
from disclosure.report.verdict import place

MAX_SHOWN = 50  # problems of one kind: whoever has more begins with these
Shown = dict[str, str]


class Board:
    """Written by whoever builds, read by the threads that answer browsers.

    A site's mark changes when its pages have. `check` is asked for what is wrong in a division.
    """

    def __init__(self) -> None:
        self.news = Condition()
        self.number = 0  # of what was told, counted up
        self.is_busy = True
        self.is_closed = False
        self.check: Callable[[str], tuple[Problem, ...]] = lambda _: ()
        self.run = secrets.token_hex(4)  # pages of a run before are to be fetched again
        self.built: dict[str, int] = {}
        self.seen: set[str] = set()  # the sites somebody looks at
        self.failed: dict[str, tuple[Problem, ...]] = {}

    def mark(self, site: str) -> str:
        """Return what a page of a site has to be marked with to be up to date."""
        return f"{self.run}-{self.built.get(site, 0)}"

    def tell(self, site: str, problems: Iterable[Problem], *, is_built: bool) -> None:
        """Tell that a site was built, or what stopped it; "" is the page of places."""
        with self.news:
            self.number += 1
            self.failed.pop(site, None)
            if found := tuple(problems):
                self.failed[site] = found
            if is_built:
                self.built[site] = self.number
            self.news.notify_all()

    def tell_busy(self, *, is_busy: bool) -> None:
        """Tell whether something is still to be built."""
        with self.news:
            if self.is_busy != is_busy:
                self.number += 1
                self.is_busy = is_busy
                self.news.notify_all()

    def close(self) -> None:
        """Let everybody who waits go."""
        with self.news:
            self.is_closed = True
            self.news.notify_all()

    def wait(self, number: int, seconds: float) -> int:
        """Wait until something is told after a number, at most so long; return the number now."""
        with self.news:
            self.news.wait_for(lambda: self.is_closed or self.number != number, seconds)
            return self.number

    def state(self, site: str) -> dict[str, object]:
        """Return what a page of a site is told, fit for JSON."""
        mark = self.mark(site)
        self.seen.add(site)
        own = (*self.check(site), *self.failed.get(site, ()))
        failed = sorted((code, some) for code, some in self.failed.items() if code != site)
        others = chain.from_iterable(some for _, some in failed)
        return {"mark": mark, "busy": self.is_busy, "own": shown(own), "others": shown(others)}


def shown(problems: Iterable[Problem]) -> list[Shown]:
    """Return problems as a page tells them: in the words of a check, each once."""
    return [
        {
            "file": plain(one.file),
            "place": place(one) if one.file else "",
            "severity": one.severity.value,
            "kind": one.severity.zh,
            "message": plain(one.message_zh),
            "hint": plain(one.hint_zh),
            "code": one.code,
        }
        for one in map(hidden, [*dict.fromkeys(problems)][:MAX_SHOWN])
    ]
