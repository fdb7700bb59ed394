"""Whether all folders are as they were seen before, told without reading or importing much."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from disclosure.division.code import folder_of
from disclosure.kept.said import digest, measure
from disclosure.kept.seen import FOLDER, FORM, names_in, read_look, read_place
from disclosure.kept.store import code_of, open_store


def is_unchanged(root: Path, seen: str, codes: Iterable[str]) -> bool:
    """Tell whether the folders of divisions are as they are kept; `seen` is the digest of that."""
    store = open_store(root, FOLDER)
    lines = store.read(FORM) if store else []
    if store is None or digest_seen(lines) != seen:
        return False
    looks = {code_of(line): line for line in lines}
    names = {code_of(line): line for line in names_in(store).read(FORM)}
    return all(
        code in looks
        and code in names
        and is_as_seen(f"{root}/{folder_of(code)}", names[code], looks[code])
        for code in codes
    )


def is_as_seen(base: str, names: bytes, look: bytes) -> bool:
    """Tell whether the system says of a folder what it said when it was seen."""
    try:
        return measure(base, read_place(names))[0] == read_look(look).said
    except OSError:  # something is gone
        return False


def digest_seen(lines: Iterable[bytes]) -> str:
    """Return the digest of what was seen, its lines in order."""
    return digest(b"\n".join(lines))
