"""JPEG: segments before, between and behind the scans; the scans themselves stay byte for byte."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclosure.attachment.chunk import Baggage, BrokenImageError

EXIF = b"Exif\0\0"
XMP = (b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0")
IPTC_AUTHOR = re.compile(rb"\x1c\x02(?:\x50|\x7a|\x74|\x78)(..)", re.DOTALL)  # by-line, writer ...
KEPT_APPLICATION = {0xE0, 0xEE}  # JFIF, Adobe's colour transform
COLOUR_PROFILE = b"ICC_PROFILE\0"
SCAN, END = 0xDA, 0xD9
MARK = re.compile(rb"\xff+[^\x00\xff\xd0-\xd7]")  # a marker inside a scan that ends it


def segments(data: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield (marker, start, end) of each segment, scans with pixels; raise where they tear."""
    place = 2
    while True:
        begin = place
        if data[place : place + 1] != b"\xff":
            raise BrokenImageError
        while data[place : place + 1] == b"\xff":
            place += 1
        if place >= len(data):
            raise BrokenImageError
        marker = data[place]
        place += 1
        if marker == END:
            yield marker, begin, place
            return
        size = int.from_bytes(data[place : place + 2], "big")
        if size < 2 or place + size > len(data):
            raise BrokenImageError
        place += size
        if marker == SCAN:
            following = MARK.search(data, place)
            if following is None:
                raise BrokenImageError
            place = following.start()
        yield marker, begin, place


def body(data: bytes, begin: int, end: int) -> bytes:
    """Return what a segment holds behind its marker and length."""
    while data[begin] == 0xFF:
        begin += 1
    return data[begin + 3 : end]


def unpack(data: bytes) -> Baggage:
    """Return what a JPEG carries beside its pixels."""
    exif: list[bytes] = []
    xmp: list[bytes] = []
    texts: list[tuple[str, str]] = []
    for marker, begin, end in segments(data):
        held = body(data, begin, end) if marker in (0xE1, 0xED) else b""
        if held.startswith(EXIF):
            exif.append(held)
        elif held.startswith(XMP):
            xmp.append(held)
        elif marker == 0xED:
            for found in IPTC_AUTHOR.finditer(held):
                size = int.from_bytes(found[1], "big")
                text = held[found.end() : found.end() + size].decode("utf-8", "replace").strip()
                if text:
                    texts.append(("IPTC", text))
    return Baggage(tuple(exif), tuple(xmp), tuple(texts))


def pack(data: bytes, block: bytes) -> bytes:
    """Return the JPEG with `block` as its only EXIF (b"" = none) and nothing else to tell."""
    parts = [data[:2]]
    is_placed = not block
    for marker, begin, end in segments(data):
        is_application = 0xE0 <= marker <= 0xEF or marker == 0xFE
        if not is_placed and marker != 0xE0:
            held = EXIF + block
            parts.append(b"\xff\xe1" + (len(held) + 2).to_bytes(2, "big") + held)
            is_placed = True
        if is_application and not is_kept(marker, data, begin, end):
            continue
        parts.append(data[begin:end])
    return b"".join(parts)


def is_kept(marker: int, data: bytes, begin: int, end: int) -> bool:
    """Tell whether an application segment is needed to show the pixels as they are."""
    if marker in KEPT_APPLICATION:
        return True
    return marker == 0xE2 and body(data, begin, end).startswith(COLOUR_PROFILE)
