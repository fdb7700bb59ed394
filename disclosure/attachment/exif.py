"""Reads the EXIF block of a picture (TIFF tags): where it was taken, by whom, which way up."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from msgspec import Struct

ORIENTATION = 0x0112
EXIF_DIRECTORY = 0x8769
GPS_DIRECTORY = 0x8825
GPS_VERSION = 0x0000
PERSONAL = {
    0x010E: "ImageDescription",
    0x013B: "Artist",
    0x013C: "HostComputer",
    0x8298: "Copyright",
    0x9286: "UserComment",
    0x9C9B: "XPTitle",
    0x9C9C: "XPComment",
    0x9C9D: "XPAuthor",
    0x9C9E: "XPKeywords",
    0xA420: "ImageUniqueID",
    0xA430: "CameraOwnerName",
    0xA431: "BodySerialNumber",
    0xA435: "LensSerialNumber",
}
WIDE = frozenset({0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E})  # UTF-16
SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8}
MAX_TAGS = 1000


class Exif(Struct, frozen=True):
    """What an EXIF block tells; `texts` are the personal fields that hold something, by name."""

    has_gps: bool = False
    orientation: int = 1
    texts: tuple[tuple[str, str], ...] = ()


def read_exif(block: bytes) -> Exif:
    """Return what a TIFF block tells; a broken one tells what could be read before it broke."""
    block = block.removeprefix(b"Exif\0\0")
    order = {b"II": "<", b"MM": ">"}.get(block[:2])
    if order is None or len(block) < 8:
        return Exif()
    has_gps = False
    orientation = 1
    texts: dict[str, str] = {}
    waiting = [(struct.unpack_from(order + "I", block, 4)[0], False)]
    seen: set[int] = set()
    while waiting:
        place, is_gps = waiting.pop()
        if place in seen:
            continue
        seen.add(place)
        for tag, value in read_tags(block, place, order):
            if is_gps:
                has_gps = has_gps or (tag != GPS_VERSION and any(value))
            elif tag in (EXIF_DIRECTORY, GPS_DIRECTORY) and len(value) >= 4:
                pointer = struct.unpack_from(order + "I", value)[0]
                waiting.append((pointer, tag == GPS_DIRECTORY))
            elif tag == ORIENTATION and len(value) >= 2:
                orientation = struct.unpack_from(order + "H", value)[0]
            elif tag in PERSONAL and (text := decode(tag, value)):
                texts[PERSONAL[tag]] = text
    is_turned = 2 <= orientation <= 8
    return Exif(has_gps, orientation if is_turned else 1, tuple(sorted(texts.items())))


def read_tags(block: bytes, place: int, order: str) -> Iterator[tuple[int, bytes]]:
    """Yield (tag, bytes) of one directory; what points outside the block is left out."""
    if place + 2 > len(block):
        return
    count = min(struct.unpack_from(order + "H", block, place)[0], MAX_TAGS)
    for index in range(count):
        entry = place + 2 + 12 * index
        if entry + 12 > len(block):
            return
        tag, type_, number = struct.unpack_from(order + "HHI", block, entry)
        size = SIZES.get(type_, 0) * number
        start = entry + 8
        if size > 4:
            start = struct.unpack_from(order + "I", block, start)[0]
        if 0 < size <= len(block) - start:
            yield tag, block[start : start + size]


def decode(tag: int, value: bytes) -> str:
    """Return the text of a tag, blank where it holds nothing but filling."""
    if tag in WIDE:
        text = value.decode("utf-16-le", "replace")
    else:
        if tag == 0x9286:  # a comment begins with eight bytes that name its encoding
            is_wide = value.startswith(b"UNICODE")
            text = value[8:].decode("utf-16-le" if is_wide else "utf-8", "replace")
        else:
            text = value.decode("utf-8", "replace")
    return text.replace("\0", " ").strip()


def orientation_block(orientation: int) -> bytes:
    """Return a TIFF block that holds nothing but which way up the picture is."""
    tag = struct.pack("<HHIHH", ORIENTATION, 3, 1, orientation, 0)
    return b"II*\0\x08\0\0\0" + b"\x01\0" + tag + b"\0\0\0\0"
