"""Examines one attachment from disk: once, as far as its size allows, never trusting it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from msgspec import Struct

from disclosure.attachment.archive import Archive, UnreadableError
from disclosure.attachment.image import ImageMetadata, read_metadata
from disclosure.attachment.kind import (
    FileKind,
    kind_of_bytes,
    kind_of_members,
    kind_of_name,
)
from disclosure.attachment.pdf import active_parts, open_pdf, read_pages
from disclosure.attachment.text import read_archive, read_text

MAX_PARTS = 1_000_000
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
NOTHING = ImageMetadata()
MACRO_NAMES = ("vbaproject.bin", "vbadata.xml")
MACRO_FOLDERS = ("basic/", "scripts/")  # of ODF
SAME = {"jpeg": "jpg", "csv": "text", "txt": "text"}


class Part(Struct, frozen=True):
    """A piece of an attachment's text, and where it stands in words (`第 3 页`)."""

    place: str
    text: str


class Examination(Struct, frozen=True):
    """What is known of one attachment.

    `kind` is what its name claims (None = not allowed), `found` what its bytes are ("" = they
    were not read); `unreadable` says in Chinese and in English why not.
    """

    name: str
    size: int
    kind: FileKind | None
    found: str = ""
    active: tuple[str, ...] = ()
    unreadable: tuple[str, str] | None = None
    parts: tuple[Part, ...] = ()
    metadata: ImageMetadata = NOTHING

    @property
    def is_too_large(self) -> bool:
        return self.kind is not None and self.size > self.kind.max_bytes

    @property
    def is_disguised(self) -> bool:
        """Tell whether its bytes are something else than its name claims."""
        return bool(self.kind and self.found) and not self.is_as_named

    @property
    def is_as_named(self) -> bool:
        return self.kind is not None and self.found == SAME.get(self.kind.suffix, self.kind.suffix)


def examine(path: Path) -> Examination:
    """Examine a file; what may not be attached or is too large is not opened at all."""
    kind = kind_of_name(path.name)
    size = path.stat().st_size
    if kind is None or size > kind.max_bytes:
        return Examination(path.name, size, kind)
    data = path.read_bytes()
    found = kind_of_bytes(data)
    try:
        if found == "zip":
            return examine_archive(path.name, data, kind)
        if found == "ole" and ENCRYPTED in data:
            raise UnreadableError("文件加了密", "it is encrypted")
        if SAME.get(kind.suffix, kind.suffix) != found or not data:
            return Examination(path.name, size, kind, found if data else "", unreadable=empty(data))
        if found == "pdf":
            reader = open_pdf(data)
            active = active_parts(data, reader)
            parts = gather(read_pages(reader))
            return Examination(path.name, size, kind, found, active, parts=parts)
        if kind.is_image:
            return examine_image(path.name, data, kind, found)
        return Examination(path.name, size, kind, found, parts=gather(read_text(data)))
    except UnreadableError as error:
        return Examination(path.name, size, kind, unreadable=(error.zh, error.en))


def empty(data: bytes) -> tuple[str, str] | None:
    """Return why a file of no bytes is unreadable."""
    return None if data else ("文件是空的", "it is empty")


def examine_archive(name: str, data: bytes, kind: FileKind) -> Examination:
    """Examine an office file, or whatever else is a zip."""
    archive = Archive(data)
    mimetype = archive.read("mimetype")[:100] if "mimetype" in archive.names else b""
    found = kind_of_members(archive.names, mimetype)
    active = macros(archive.names)
    if found != kind.suffix:
        return Examination(name, len(data), kind, found, active)
    parts = gather(read_archive(archive, found))
    return Examination(name, len(data), kind, found, active, parts=parts)


def examine_image(name: str, data: bytes, kind: FileKind, found: str) -> Examination:
    """Examine a picture; the texts in its metadata are read like any other text."""
    metadata = read_metadata(data)
    if metadata.is_broken:
        raise UnreadableError("文件已损坏", "it is broken")
    parts = gather(metadata.fields)
    return Examination(name, len(data), kind, found, parts=parts, metadata=metadata)


def macros(names: frozenset[str]) -> tuple[str, ...]:
    """Return what among the members of an office file is a program."""
    found = any(
        name.lower().endswith(MACRO_NAMES) or name.lower().startswith(MACRO_FOLDERS)
        for name in names
    )
    return ("宏",) if found else ()


def gather(parts: Iterator[tuple[str, str]] | tuple[tuple[str, str], ...]) -> tuple[Part, ...]:
    """Return the parts of a text, up to a number no honest attachment reaches."""
    found = tuple(Part(place, text) for place, text in islice(parts, MAX_PARTS))
    if len(found) == MAX_PARTS:
        raise UnreadableError("内容过多", "it holds too much")
    return found
