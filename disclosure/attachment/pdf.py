"""Reads a PDF with pypdf, imported only when there is one: its text, and what in it acts."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from disclosure.attachment.archive import UnreadableError

if TYPE_CHECKING:
    from pypdf import PdfReader

MAX_PAGES = 2_000
MAX_OBJECTS = 200_000
MAX_DEPTH = 12
ACTIVE = {
    "/JavaScript": "JavaScript",
    "/JS": "JavaScript",
    "/Launch": "启动程序的动作（Launch）",
    "/EmbeddedFile": "嵌入的文件",
    "/EmbeddedFiles": "嵌入的文件",
    "/RichMedia": "多媒体",
}
ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
RAW = re.compile(rb"/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia)(?![A-Za-z0-9])")


def open_pdf(data: bytes) -> PdfReader:
    """Return a reader of some PDF; one that only restricts printing opens without a password."""
    from pypdf import PdfReader, errors

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("文件加了密", "it is encrypted")
        pages = len(reader.pages)
    except UnreadableError:
        raise
    except errors.DependencyError:
        raise UnreadableError("文件设有权限或密码", "it is encrypted") from None
    except Exception:  # noqa: BLE001 - pypdf raises whatever a broken file makes it stumble over
        raise UnreadableError("文件已损坏", "it is broken") from None
    if pages > MAX_PAGES:
        raise UnreadableError(f"超过 {MAX_PAGES} 页", f"it has more than {MAX_PAGES} pages")
    return reader


def read_pages(reader: PdfReader) -> Iterator[tuple[str, str]]:
    """Yield (page, text); a page of which nothing can be read makes the whole unreadable."""
    for number, page in enumerate(reader.pages, 1):
        try:
            text = page.extract_text()
        except Exception:  # noqa: BLE001 - see above
            raise UnreadableError(f"第 {number} 页无法读取", f"page {number} is broken") from None
        if text:
            yield f"第 {number} 页", text


def active_parts(data: bytes, reader: PdfReader) -> tuple[str, ...]:
    """Return what in a PDF acts or carries files, in plain objects and in packed ones."""
    plain = ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), data)
    names = {found.decode() for found in RAW.findall(plain)}
    numbers = sorted(reader.xref_objStm)
    if len(numbers) > MAX_OBJECTS:
        raise UnreadableError("内部对象过多", "it holds too many objects")
    from pypdf.generic import IndirectObject

    for number in numbers:
        try:
            value = reader.get_object(IndirectObject(number, 0, reader))
        except Exception:  # noqa: BLE001 - see above
            raise UnreadableError("文件已损坏", "it is broken") from None
        names |= names_in(value, 0)
    return tuple(sorted({ACTIVE[name] for name in names}))


def names_in(value: object, depth: int) -> set[str]:
    """Return the active names among the keys and values of an object, references not followed."""
    if depth > MAX_DEPTH:
        return set()
    if isinstance(value, dict):
        found = {str(key) for key in value if str(key) in ACTIVE}
        for key in value:
            found |= names_in(
                value.raw_get(key) if hasattr(value, "raw_get") else value[key], depth + 1
            )
        return found
    if isinstance(value, list):
        return set().union(*(names_in(part, depth + 1) for part in list.__iter__(value)))
    return {value} if isinstance(value, str) and value in ACTIVE else set()
