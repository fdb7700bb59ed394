"""Takes the text out of a document, part by part, hidden parts included."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from disclosure.attachment.archive import Archive, UnreadableError
from disclosure.attachment.markup import paragraphs
from disclosure.attachment.sheet import read_workbook

EMBEDDED = {".docx": "docx", ".xlsx": "xlsx", ".pptx": "pptx"}
OFFICE_TEXTS = frozenset({"t", "delText", "instrText", "text"})
OFFICE_BREAKS = frozenset({"p", "tr"})
OFFICE_PARTS = {
    "header": "页眉",
    "footer": "页脚",
    "footnotes": "脚注",
    "endnotes": "尾注",
    "comment": "批注",
    "notesSlide": "备注",
}
ODF_BREAKS = frozenset({"p", "h"})
ODF_NUMBERS = frozenset({"value", "string-value"})


def read_text(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield (line, text) of plain text in UTF-8, UTF-16 or GB 18030."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        names: tuple[str, ...] = ("utf-16",)
    else:
        names = ("utf-8-sig", "gb18030")
    for name in names:
        try:
            text = data.decode(name)
            break
        except UnicodeDecodeError:
            continue
    else:
        raise UnreadableError("文字编码无法识别", "its encoding is unknown")
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip():
            yield f"第 {number} 行", line


def read_archive(archive: Archive, kind: str, depth: int = 0) -> Iterator[tuple[str, str]]:
    """Yield (place, text) of an office document; documents embedded in it are opened once."""
    if kind == "xlsx":
        yield from read_workbook(archive)
    elif kind in ("docx", "pptx"):
        yield from read_office(archive, "word/" if kind == "docx" else "ppt/")
    elif kind == "ofd":
        for name in archive.matching("", ".xml"):
            for text in paragraphs(archive.read(name), frozenset({"TextCode"}), OFFICE_BREAKS):
                yield posixpath.dirname(name), text
    else:
        yield from read_open_document(archive)
    for name in sorted(archive.names):
        inner = EMBEDDED.get(posixpath.splitext(name)[1])
        if inner and depth == 0 and "/embeddings/" in name:
            for place, text in read_archive(Archive(archive.read(name)), inner, depth + 1):
                yield f"嵌入的 {posixpath.basename(name)} {place}", text


def read_office(archive: Archive, folder: str) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs of a Word or PowerPoint file, deleted revisions and notes included."""
    for name in archive.matching(folder, ".xml"):
        stem = posixpath.basename(name).removesuffix(".xml")
        title = next((zh for key, zh in OFFICE_PARTS.items() if stem.startswith(key)), "正文")
        if stem.startswith("slide"):
            title = f"幻灯片 {stem.removeprefix('slide')}"
        for text in paragraphs(archive.read(name), OFFICE_TEXTS, OFFICE_BREAKS):
            yield title, text


def read_open_document(archive: Archive) -> Iterator[tuple[str, str]]:
    """Yield the paragraphs of an ODT or ODS file and the full values behind its cells."""
    manifest = "META-INF/manifest.xml"
    if manifest in archive.names and b"encryption-data" in archive.read(manifest):
        raise UnreadableError("文件加了密", "it is encrypted")
    for name, title in (("content.xml", "正文"), ("styles.xml", "页眉页脚")):
        if name in archive.names:
            for text in paragraphs(archive.read(name), None, ODF_BREAKS, ODF_NUMBERS):
                yield title, text
