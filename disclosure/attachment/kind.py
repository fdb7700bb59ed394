"""The kinds of file that may be attached, how large, and how each is told from its first bytes."""

from __future__ import annotations

from msgspec import Struct

MEGABYTE = 1_000_000


class FileKind(Struct, frozen=True):
    """A kind of file; `marker` is the zip member every file of the kind holds ("" = no zip)."""

    suffix: str
    title: str
    max_bytes: int
    is_image: bool = False
    marker: str = ""


DOCUMENT = 20 * MEGABYTE
IMAGE = 2 * MEGABYTE
KINDS = {
    kind.suffix: kind
    for kind in (
        FileKind("pdf", "PDF", DOCUMENT),
        FileKind("docx", "Word", DOCUMENT, marker="word/document.xml"),
        FileKind("xlsx", "Excel", DOCUMENT, marker="xl/workbook.xml"),
        FileKind("pptx", "PowerPoint", DOCUMENT, marker="ppt/presentation.xml"),
        FileKind("ofd", "OFD", DOCUMENT, marker="OFD.xml"),
        FileKind("odt", "ODT", DOCUMENT, marker="content.xml"),
        FileKind("ods", "ODS", DOCUMENT, marker="content.xml"),
        FileKind("csv", "CSV", DOCUMENT),
        FileKind("txt", "TXT", DOCUMENT),
        FileKind("png", "PNG", IMAGE, is_image=True),
        FileKind("jpg", "JPEG", IMAGE, is_image=True),
        FileKind("jpeg", "JPEG", IMAGE, is_image=True),
        FileKind("webp", "WebP", IMAGE, is_image=True),
    )
}
OLD_FORMATS = {
    "doc": "docx",
    "dot": "docx",
    "docm": "docx",
    "dotm": "docx",
    "rtf": "docx",
    "wps": "docx",
    "xls": "xlsx",
    "xlsm": "xlsx",
    "xlsb": "xlsx",
    "et": "xlsx",
    "ppt": "pptx",
    "pptm": "pptx",
    "dps": "pptx",
    "bmp": "png",
    "gif": "png",
    "tif": "jpg",
    "tiff": "jpg",
    "heic": "jpg",
}  # what people have -> what to save it as

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # Word 97 and its kin, and any encrypted docx
ODF_TYPES = {
    b"application/vnd.oasis.opendocument.text": "odt",
    b"application/vnd.oasis.opendocument.spreadsheet": "ods",
}


def kind_of_name(name: str) -> FileKind | None:
    """Return the kind a file name claims, or None where it may not be attached."""
    return KINDS.get(name.rpartition(".")[2]) if "." in name else None


def kind_of_bytes(data: bytes) -> str:
    """Return what some bytes are by their beginning: a suffix, `zip`, `ole`, `binary` or `text`."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpg"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if data.startswith(OLE):
        return "ole"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "text"  # UTF-16
    return "binary" if b"\0" in data else "text"


def kind_of_members(names: frozenset[str], mimetype: bytes) -> str:
    """Return what a zip is by its members, or `zip` where it is none of ours."""
    if mimetype.strip() in ODF_TYPES:
        return ODF_TYPES[mimetype.strip()]
    for kind in KINDS.values():
        if kind.marker in names and kind.suffix not in ODF_TYPES.values():
            return kind.suffix
    return "zip"
