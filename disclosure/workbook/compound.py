"""Takes the workbook stream out of an .xls file: a compound file is a small disk of its own."""

from __future__ import annotations

import struct

from disclosure.attachment.archive import UnreadableError

FREE = 0xFFFFFFFA  # sectors from here on are marks, not numbers
STREAMS = ("Workbook", "Book")
ENCRYPTED = "EncryptedPackage"
SMALL = 4096  # shorter streams lie in the mini stream


def workbook_stream(data: bytes) -> bytes:
    """Return the BIFF records of an .xls file; raise UnreadableError where there are none."""
    try:
        return Compound(data).stream()
    except (struct.error, IndexError):
        raise broken() from None


class Compound:
    """A compound file: its sectors, the table that chains them, and its directory."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.size = 1 << struct.unpack_from("<H", data, 30)[0]
        if self.size not in (512, 4096):
            raise broken()
        (self.directory_at,) = struct.unpack_from("<I", data, 48)
        (self.mini_at,) = struct.unpack_from("<I", data, 60)
        self.table = self.read_table()

    def read_table(self) -> list[int]:
        """Return the next sector of each sector."""
        sectors = list(struct.unpack_from("<109I", self.data, 76))
        (more,) = struct.unpack_from("<I", self.data, 68)
        seen: set[int] = set()
        each = self.size // 4
        while more < FREE and more not in seen:
            seen.add(more)
            numbers = struct.unpack(f"<{each}I", self.sector(more))
            sectors += numbers[:-1]
            more = numbers[-1]
        return [
            number
            for sector in sectors
            if sector < FREE
            for number in struct.unpack(f"<{each}I", self.sector(sector))
        ]

    def sector(self, number: int) -> bytes:
        """Return one sector."""
        start = (number + 1) * self.size
        return self.data[start : start + self.size]

    def chain(self, first: int) -> bytes:
        """Return the sectors chained from the first; a ring is broken."""
        found = bytearray()
        number = first
        for _ in range(len(self.table) + 1):
            if number >= FREE:
                return bytes(found)
            found += self.sector(number)
            number = self.table[number]
        raise broken()

    def stream(self) -> bytes:
        """Return the stream of the workbook."""
        directory = self.chain(self.directory_at)
        root = (0, 0)
        names = set()
        for at in range(0, len(directory) - 127, 128):
            length = struct.unpack_from("<H", directory, at + 64)[0]
            name = directory[at : at + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            first, size = struct.unpack_from("<II", directory, at + 116)
            if at == 0:
                root = (first, size)
            names.add(name)
            if name in STREAMS:
                return self.content(first, size, root[0])
        if ENCRYPTED in names:
            raise UnreadableError("文件加了密", "it is encrypted")
        raise broken()

    def content(self, first: int, size: int, root: int) -> bytes:
        """Return a stream, from the mini stream where it is short."""
        if size >= SMALL:
            return self.chain(first)[:size]
        mini, found, number = self.chain(root), bytearray(), first
        raw = self.chain(self.mini_at)
        table = struct.unpack(f"<{len(raw) // 4}I", raw)
        for _ in range(size // 64 + 1):
            if number >= FREE or len(found) >= size:
                break
            found += mini[number * 64 : number * 64 + 64]
            number = table[number]
        return bytes(found[:size])


def broken() -> UnreadableError:
    """Return the error of a compound file that leads nowhere."""
    return UnreadableError("文件已损坏", "it is broken")
