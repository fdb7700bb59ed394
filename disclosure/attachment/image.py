"""What a picture carries beside its pixels: read it, or take it out without touching a pixel."""

from __future__ import annotations

import re
from collections.abc import Callable

from msgspec import Struct

from disclosure.attachment import jpeg, png, webp
from disclosure.attachment.chunk import Baggage, BrokenImageError
from disclosure.attachment.exif import Exif, orientation_block, read_exif
from disclosure.attachment.kind import kind_of_bytes

UNPACK: dict[str, Callable[[bytes], Baggage]] = {
    "jpg": jpeg.unpack,
    "png": png.unpack,
    "webp": webp.unpack,
}
PACK: dict[str, Callable[[bytes, bytes], bytes]] = {
    "jpg": jpeg.pack,
    "png": png.pack,
    "webp": webp.pack,
}
XMP_GPS = re.compile(rb"exif:GPS(?:Latitude|Longitude|Position)")
XMP_PERSON = re.compile(
    rb"<(?P<name>dc:creator|dc:description|photoshop:AuthorsPosition|aux:OwnerName|"
    rb"aux:SerialNumber|exifEX:CameraOwnerName|Iptc4xmpExt:PersonInImage)\b[^>]*>"
    rb"(?P<text>.{0,2000}?)</(?P=name)>",
    re.DOTALL,
)
XMP_TAG = re.compile(rb"<[^>]*>")


class ImageMetadata(Struct, frozen=True):
    """What a picture gives away; `fields` are (name, text) of the personal ones."""

    has_gps: bool = False
    fields: tuple[tuple[str, str], ...] = ()
    orientation: int = 1
    is_broken: bool = False

    @property
    def is_personal(self) -> bool:
        return self.has_gps or bool(self.fields)


def read_metadata(data: bytes) -> ImageMetadata:
    """Return what a JPEG, PNG or WebP gives away; nothing for any other file."""
    unpack = UNPACK.get(kind_of_bytes(data))
    if unpack is None:
        return ImageMetadata()
    try:
        baggage = unpack(data)
    except BrokenImageError:
        return ImageMetadata(is_broken=True)
    blocks = [read_exif(block) for block in baggage.exif]
    fields = dict(pair for block in blocks for pair in block.texts) | dict(baggage.texts)
    has_gps = any(block.has_gps for block in blocks)
    for packet in baggage.xmp:
        has_gps = has_gps or XMP_GPS.search(packet) is not None
        fields |= xmp_fields(packet)
    return ImageMetadata(has_gps, tuple(sorted(fields.items())), orientation_of(blocks))


def strip_metadata(data: bytes) -> bytes:
    """Return a picture without EXIF, XMP, comments and whatever follows its end.

    Pixels, colour profile and (where it matters) orientation stay as they are. What is no picture,
    or a broken one, is returned unchanged.
    """
    kind = kind_of_bytes(data)
    if kind not in UNPACK:
        return data
    try:
        baggage = UNPACK[kind](data)
        orientation = orientation_of([read_exif(block) for block in baggage.exif])
        block = orientation_block(orientation) if orientation != 1 else b""
        return PACK[kind](data, block)
    except BrokenImageError:
        return data


def orientation_of(blocks: list[Exif]) -> int:
    """Return which way up a picture is: what its first block says."""
    return blocks[0].orientation if blocks else 1


def xmp_fields(packet: bytes) -> dict[str, str]:
    """Return the personal fields of an XMP packet."""
    found = {}
    for field in XMP_PERSON.finditer(packet):
        text = XMP_TAG.sub(b" ", field["text"]).decode("utf-8", "replace").strip()
        if text:
            found[field["name"].decode()] = text
    return found
