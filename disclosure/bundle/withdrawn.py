"""What a new version no longer shows: then nothing that holds the old one may stay.

An entry has left when the texts of its site no longer name it: withdrawn, taken down when its term
was over, put back to a draft, or removed. A file has left when no entry carries it any more.
Where nothing has left, an old version holds nothing that readers are not to have.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from disclosure.bundle.pack import Contents
from disclosure.bundle.parts import Part

TEXTS = re.compile(r"search/docs(?:-[0-9]+)?\.js", re.ASCII)
ALL = ("*",)  # in place of addresses: somebody asked for all of it to go
CARRIED = ("files/", "data/")
SHOWING = frozenset({Part.PAGES, Part.DATA})
# What is put together from the sites below: full texts, rows of tables.
GATHERING = frozenset({Part.SEARCH, Part.GATHERED})


def shown_in(contents: Iterable[Contents]) -> frozenset[str]:
    """Return the entries and files that packs of one site show, as addresses within it."""
    return frozenset(address for one in contents for address in addresses_in(one))


def addresses_in(contents: Contents) -> Iterator[str]:
    """Yield the addresses of the entries and the names of the files in a pack."""
    for line in contents.alone:
        yield within(line.path)
    for path, data in contents.files:
        name = within(path)
        if TEXTS.fullmatch(name):
            yield from entries_in(bytes(data))
        elif name.startswith(CARRIED):
            yield name


def within(path: str) -> str:
    """Return a path within its site."""
    return path.partition("/")[2]


def entries_in(script: bytes) -> Iterator[str]:
    """Yield the addresses of the entries that a block of texts names."""
    try:
        texts = json.loads(script[script.index(b"(") + 1 : script.rindex(b")")])["texts"]
        yield from (text[0] for text in texts if text)
    except (ValueError, LookupError, TypeError):  # no block of ours: what it named is not known
        return
