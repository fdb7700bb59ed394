"""Reads the text of XML parts as a stream: no tree, no entities, no document type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from xml.parsers import expat

from disclosure.attachment.archive import UnreadableError

OFFICE_BLANKS = frozenset({"tab", "br", "cr"})
ODF_BLANKS = frozenset({"tab", "s", "line-break"})
Start = Callable[[str, Mapping[str, str]], None]
End = Callable[[str], None]
Text = Callable[[str], None]


def parse(data: bytes, start: Start, end: End, text: Text) -> None:
    """Run handlers over some XML; names come without their namespace."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, given: start(local(name), given)
    parser.EndElementHandler = lambda name: end(local(name))
    parser.CharacterDataHandler = text
    parser.StartDoctypeDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError:
        raise UnreadableError("内部结构已损坏", "its inner XML is broken") from None


def local(name: str) -> str:
    """Return an element's or attribute's name without its namespace."""
    return name.rpartition(" ")[2]


def refuse(*_: object) -> None:
    """Refuse a document type: no office file needs one, a bomb does."""
    raise UnreadableError("内部含有文档类型声明", "it declares a document type")


def paragraphs(
    data: bytes,
    texts: frozenset[str] | None,
    breaks: frozenset[str],
    attributes: frozenset[str] = frozenset(),
) -> list[str]:
    """Return the paragraphs of some XML.

    `texts` are the elements whose characters count (None = every one), `breaks` end a paragraph,
    `attributes` hold text of their own.
    """
    found: list[str] = []
    line: list[str] = []
    depth = 0 if texts is not None else 1
    blanks = ODF_BLANKS if texts is None else OFFICE_BLANKS

    def flush() -> None:
        if line:
            found.append("".join(line))
            line.clear()

    def start(name: str, given: Mapping[str, str]) -> None:
        nonlocal depth
        if texts is not None and name in texts:
            depth += 1
        elif name in blanks:
            line.append(" ")
        found.extend(value for key, value in given.items() if local(key) in attributes and value)

    def end(name: str) -> None:
        nonlocal depth
        if texts is not None and name in texts:
            depth -= 1
        if name in breaks:
            flush()

    parse(data, start, end, lambda text: line.append(text) if depth else None)
    flush()
    return found
