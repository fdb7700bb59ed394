"""Lines that are kept, each under the code it begins with; what changes is written in the end."""

from __future__ import annotations

from contextlib import suppress

from disclosure.kept.store import Store, code_of


class Kept:
    """The lines of a store by code, on some grounds.

    `signature` is that of the lines as they are on the disk, "" where there are none.
    """

    def __init__(self, store: Store, grounds: str) -> None:
        self.store = store
        self.grounds = grounds
        signature, lines = store.read_signed(grounds)
        self.signature = signature.decode()
        self.lines = {code_of(line): line for line in lines}
        self.is_new = False

    def put(self, code: str, line: bytes) -> None:
        """Keep a line in place of the one before."""
        if self.lines.get(code) != line:
            self.lines[code] = line
            self.is_new = True

    def drop(self, code: str) -> None:
        """Keep nothing of a code."""
        self.is_new = self.lines.pop(code, None) is not None or self.is_new

    def ground(self, grounds: str) -> None:
        """Keep the lines on other grounds from now on."""
        self.is_new = self.is_new or grounds != self.grounds
        self.grounds = grounds

    def in_order(self) -> list[bytes]:
        """Return the lines by code."""
        return [line for _, line in sorted(self.lines.items())]

    def save(self) -> None:
        """Write what is new; where the disk refuses, the next run begins with less."""
        if self.is_new:
            self.signature = ""
            with suppress(OSError):
                self.signature = self.store.write(self.grounds, self.in_order()).decode()
            self.is_new = False
