"""The files an entry carries to its site, and the digest that proves them when they are gone."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from disclosure.entry import Entry
from disclosure.entry.examined import files_named


def files_of(entry: Entry) -> Iterator[str]:
    """Yield the files an entry carries, as paths within its division."""
    base = entry.division.folder + "/"
    yield from files_named(entry)
    if entry.tables:
        yield entry.file.removeprefix(base)
        yield from (table.file.removeprefix(base) for table in entry.tables)


def digest_of(entry: Entry, root: Path) -> str:
    """Return the sha256 of everything that stood there: the entry's own file, then its others.

    Whoever kept the files can reckon it again: `cat ledger/datapackage.yaml ledger/*.csv`.
    """
    base = entry.division.folder + "/"
    own = entry.file.removeprefix(base)
    digest = hashlib.sha256()
    for name in (own, *sorted(set(files_of(entry)) - {own})):
        digest.update((root / (base + name)).read_bytes())
    return digest.hexdigest()
