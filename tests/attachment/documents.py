"""Builds small documents and pictures for the tests, byte by byte: no fixture hides a thing."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import Path

from disclosure.attachment import Examination, examine

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
ODF_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip of some members, the same bytes every time."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(
                zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED
            )
    return data.getvalue()


def word_part(*paragraphs: str) -> str:
    """Return a part of a Word file; `|` in a paragraph begins a new run."""
    body = "".join(
        "<w:p>" + "".join(f"<w:r><w:t>{run}</w:t></w:r>" for run in text.split("|")) + "</w:p>"
        for text in paragraphs
    )
    return f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>'


def docx(*paragraphs: str, members: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a Word file."""
    return zipped({"word/document.xml": word_part(*paragraphs), **(members or {})})


def xlsx(
    cells: str,
    *,
    state: str = "visible",
    shared: tuple[str, ...] = (),
    members: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """Return a workbook with one sheet 名单; `cells` is the XML of its cells."""
    strings = "".join(f"<si><t>{text}</t></si>" for text in shared)
    return zipped(
        {
            "xl/workbook.xml": f'<workbook xmlns="{SHEET}" xmlns:r="{RELATION}"><sheets>'
            f'<sheet name="名单" sheetId="1" state="{state}" r:id="rId1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}">'
            '<Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/sharedStrings.xml": f'<sst xmlns="{SHEET}">{strings}</sst>',
            "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{SHEET}"><sheetData><row>{cells}'
            "</row></sheetData></worksheet>",
            **(members or {}),
        }
    )


def pdf(text: str = "", catalogue: str = "") -> bytes:
    """Return a PDF of one page with some ASCII text; `catalogue` is added to its catalogue."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
    objects = [
        f"<</Type/Catalog/Pages 2 0 R {catalogue}>>".encode(),
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
            b"/Resources<</Font<</F1 5 0 R>>>>>>"
        ),
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data = b"%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        data
        + b"xref\n0 %d\n0000000000 65535 f \n%s" % (len(objects) + 1, table)
        + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (len(objects) + 1, len(data))
    )


def exif(*, gps: bool = False, artist: str = "", orientation: int = 1) -> bytes:
    """Return a TIFF block; texts and the GPS directory stand behind the first directory."""
    tags: list[bytes] = [struct.pack("<HHIHH", 0x0112, 3, 1, orientation, 0)]
    count = 1 + bool(artist) + gps
    tail = 8 + 2 + 12 * count + 4
    held = b""
    if artist:
        text = artist.encode() + b"\0" * 8
        tags.append(struct.pack("<HHII", 0x013B, 2, len(text), tail))
        held += text
    if gps:
        tags.append(struct.pack("<HHII", 0x8825, 4, 1, tail + len(held)))
        held += b"\x01\0" + struct.pack("<HHI4s", 1, 2, 2, b"N\0\0\0") + b"\0\0\0\0"
    return b"II*\0\x08\0\0\0" + struct.pack("<H", count) + b"".join(tags) + b"\0" * 4 + held


def jpeg(*segments: tuple[int, bytes], trailer: bytes = b"") -> bytes:
    """Return a JPEG of segments, a scan that holds stuffed bytes and a restart, and its end."""
    jfif = (0xE0, b"JFIF\0\1\1\0\0\1\0\1\0\0")
    parts = [
        b"\xff" + bytes([marker]) + struct.pack(">H", len(held) + 2) + held
        for marker, held in (jfif, *segments, (0xDB, b"\0" * 65), (0xDA, b"\1\1\0\0\x3f\0"))
    ]
    return b"\xff\xd8" + b"".join(parts) + b"\x12\xff\x00\x34\xff\xd0\x56" + b"\xff\xd9" + trailer


def png(*chunks: tuple[bytes, bytes], trailer: bytes = b"") -> bytes:
    """Return a PNG of one grey pixel with more chunks before the pixels."""
    head = (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    pixels = (b"IDAT", zlib.compress(b"\0\x80"))
    parts = [
        struct.pack(">I", len(held)) + type_ + held + struct.pack(">I", zlib.crc32(type_ + held))
        for type_, held in (head, *chunks, pixels, (b"IEND", b""))
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts) + trailer


def webp(*chunks: tuple[bytes, bytes], flags: int = 0) -> bytes:
    """Return a WebP with an extended header and more chunks behind the pixels."""
    head = (b"VP8X", bytes([flags]) + b"\0" * 9)
    parts = [
        type_ + struct.pack("<I", len(held)) + held + b"\0" * (len(held) % 2)
        for type_, held in (head, (b"VP8L", b"\x2f\0\0\0\0\x07\x07"), *chunks)
    ]
    inside = b"WEBP" + b"".join(parts)
    return b"RIFF" + struct.pack("<I", len(inside)) + inside


def examined(folder: Path, name: str, data: bytes) -> Examination:
    """Return what is found in a file of this name."""
    path = folder / name
    path.write_bytes(data)
    return examine(path)
