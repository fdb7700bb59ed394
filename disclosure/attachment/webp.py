"""WebP: a RIFF of chunks; a flag in the first says which kinds of metadata follow."""

from __future__ import annotations

from collections.abc import Iterator

from disclosure.attachment.chunk import Baggage, BrokenImageError

HEAD = 12
DROPPED = frozenset({b"EXIF", b"XMP "})
PIXELS = frozenset({b"VP8 ", b"VP8L", b"ANMF"})
EXIF_FLAG, XMP_FLAG = 0x08, 0x04


def chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield (type, start, end) of every chunk inside the RIFF, padding included."""
    stop = 8 + int.from_bytes(data[4:8], "little")
    if stop > len(data):
        raise BrokenImageError
    place = HEAD
    while place < stop:
        size = int.from_bytes(data[place + 4 : place + 8], "little")
        end = place + 8 + size + size % 2
        if place + 8 > stop or place + 8 + size > stop:
            raise BrokenImageError
        yield data[place : place + 4], place, min(end, stop)
        place = end


def unpack(data: bytes) -> Baggage:
    """Return what a WebP carries beside its pixels."""
    exif: list[bytes] = []
    xmp: list[bytes] = []
    has_pixels = False
    for type_, start, end in chunks(data):
        size = int.from_bytes(data[start + 4 : start + 8], "little")
        held = data[start + 8 : min(start + 8 + size, end)]
        if type_ == b"EXIF":
            exif.append(held)
        elif type_ == b"XMP ":
            xmp.append(held)
        has_pixels = has_pixels or type_ in PIXELS
    if not has_pixels:
        raise BrokenImageError
    return Baggage(tuple(exif), tuple(xmp))


def pack(data: bytes, block: bytes) -> bytes:
    """Return the WebP with `block` as its only EXIF (b"" = none) and no XMP."""
    parts = []
    for type_, start, end in chunks(data):
        part = data[start:end]
        if type_ in DROPPED:
            continue
        if type_ == b"VP8X":
            flags = part[8] & ~(EXIF_FLAG | XMP_FLAG) | (EXIF_FLAG if block else 0)
            part = part[:8] + bytes([flags]) + part[9:]
        parts.append(part + b"\0" * (len(part) % 2))
    if block:  # only a file with the extended header had one to begin with
        parts.append(b"EXIF" + len(block).to_bytes(4, "little") + block + b"\0" * (len(block) % 2))
    inside = b"WEBP" + b"".join(parts)
    return b"RIFF" + len(inside).to_bytes(4, "little") + inside
