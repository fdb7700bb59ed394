"""PNG: chunks with a checksum each; texts and EXIF are chunks of their own."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from disclosure.attachment.chunk import Baggage, BrokenImageError

SIGNATURE = b"\x89PNG\r\n\x1a\n"
TEXTS = frozenset({b"tEXt", b"zTXt", b"iTXt"})
DROPPED = TEXTS | {b"eXIf", b"tIME"}
XMP = "XML:com.adobe.xmp"
RAW_PROFILE = "Raw profile type"
PERSONAL = frozenset({"Author", "Copyright", "Description", "Comment", "Source", "Title"})
MAX_TEXT = 1_000_000


def chunks(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield (type, start, end) of every chunk up to the end chunk; raise where they tear."""
    place = len(SIGNATURE)
    while True:
        if place + 12 > len(data):
            raise BrokenImageError
        size = int.from_bytes(data[place : place + 4], "big")
        type_ = data[place + 4 : place + 8]
        end = place + 12 + size
        if end > len(data):
            raise BrokenImageError
        yield type_, place, end
        if type_ == b"IEND":
            return
        place = end


def unpack(data: bytes) -> Baggage:
    """Return what a PNG carries beside its pixels."""
    exif: list[bytes] = []
    xmp: list[bytes] = []
    texts: list[tuple[str, str]] = []
    for type_, start, end in chunks(data):
        held = data[start + 8 : end - 4]
        if type_ == b"eXIf":
            exif.append(held)
        elif type_ in TEXTS:
            name, text = read_text(type_, held)
            if name == XMP:
                xmp.append(text)
            elif name.startswith(RAW_PROFILE):
                exif.append(read_profile(text))
            elif name in PERSONAL and text.strip():
                texts.append((name, text.decode("utf-8", "replace").strip()))
    return Baggage(tuple(exif), tuple(xmp), tuple(texts))


def read_text(type_: bytes, held: bytes) -> tuple[str, bytes]:
    """Return name and text of a text chunk, unpacked up to a limit."""
    name, _, rest = held.partition(b"\0")
    is_packed = type_ == b"zTXt"
    if is_packed:
        rest = rest[1:]
    elif type_ == b"iTXt":
        is_packed = rest[:1] == b"\1"
        rest = rest[2:].split(b"\0", 2)[-1]
    if is_packed:
        try:
            rest = zlib.decompressobj().decompress(rest, MAX_TEXT)
        except zlib.error:
            rest = b""
    return name.decode("latin-1"), rest


def read_profile(text: bytes) -> bytes:
    """Return the block ImageMagick writes as lines of hexadecimal digits."""
    lines = text.split(b"\n")
    try:
        return bytes.fromhex(b"".join(lines[3:]).decode("ascii"))
    except ValueError:
        return b""


def pack(data: bytes, block: bytes) -> bytes:
    """Return the PNG with `block` as its only EXIF (b"" = none), without texts and time."""
    parts = [SIGNATURE]
    for type_, start, end in chunks(data):
        if type_ in DROPPED:
            continue
        parts.append(data[start:end])
        if type_ == b"IHDR" and block:
            parts.append(chunk(b"eXIf", block))
    return b"".join(parts)


def chunk(type_: bytes, held: bytes) -> bytes:
    """Return a chunk with its length and checksum."""
    return len(held).to_bytes(4, "big") + type_ + held + zlib.crc32(type_ + held).to_bytes(4, "big")
