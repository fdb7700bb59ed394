"""The texts of a site as scripts: what its own search reads, and what every index is built from.

Full blocks of 25 documents, oldest first, are `docs-1.js`, `docs-2.js` and never get other numbers;
the newest, at most 25, stand in `docs.js`, which says how many blocks there are before it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from disclosure.search.document import Document, Subject, Subjects, in_order
from disclosure.search.script import to_plain_json, write_call

VERSION = 1
BLOCK = 25  # documents: two blocks are written where one is full, together below 100 kB
NAME = "texts"  # of the function a block calls
REVISION = 12  # hexadecimal digits


class Texts(Struct, frozen=True):
    """The documents of one site, oldest first, the categories they name, their revision.

    A withdrawn document that was read back has lost its address and its day too.
    """

    site: str
    documents: tuple[Document, ...]
    subjects: Subjects
    revision: str


def write_texts(
    site: str, documents: Iterable[Document], subjects: Subjects
) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of each file of a site's `search/`, `docs.js` first."""
    ordered = in_order(documents)
    full = max(0, (len(ordered) - 1) // BLOCK)
    newest = {
        "blocks": full,
        "documents": sum(not document.withdrawn for document in ordered),
        "revision": revision_of(ordered),
    }
    yield file_of(0), write_block(site, 0, ordered[full * BLOCK :], subjects, newest)
    for block in range(1, full + 1):
        part = ordered[(block - 1) * BLOCK : block * BLOCK]
        yield file_of(block), write_block(site, block, part, subjects, {})


def file_of(block: int) -> str:
    """Return the name of a block's file; 0 is the newest."""
    return f"docs-{block}.js" if block else "docs.js"


def write_block(
    site: str,
    block: int,
    documents: Sequence[Document],
    subjects: Subjects,
    about: dict[str, object],
) -> str:
    """Return one file; `about` is what it says beside its own documents."""
    codes = sorted({one.category for one in documents if one.category and not one.withdrawn})
    index = {code: number for number, code in enumerate(codes)} | {"": -1}
    value = {
        "version": VERSION,
        "site": site,
        "block": block,
        **about,
        "categories": listed_subjects(codes, subjects),
        "texts": [
            None if one.withdrawn else write_document(one, index[one.category]) for one in documents
        ],
    }
    return write_call(NAME, value)


def listed_subjects(codes: Iterable[str], subjects: Subjects) -> list[list[str]]:
    """Return categories as the lists a file holds; one that is not known is named by its code."""
    return [list(subjects.get(code) or Subject(code, code, "", "")) for code in codes]


def write_document(document: Document, category: int | str) -> list[object]:
    """Return a document as the list a block holds."""
    return [
        document.address,
        document.title,
        document.date,
        category,
        document.kind,
        document.body,
        [list(table) for table in document.tables],
    ]


def revision_of(documents: Iterable[Document]) -> str:
    """Return the mark of what can be found, for addresses: other texts, another mark."""
    found = hashlib.sha256()
    for one in documents:
        if not one.withdrawn:
            text = to_plain_json(write_document(one, one.category))
            found.update(text.encode("utf-8", "surrogatepass") + b"\n")
    return found.hexdigest()[:REVISION]
