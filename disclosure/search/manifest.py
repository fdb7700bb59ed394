"""The first file of an index that a browser loads: what it holds and where, also as plain JSON."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from disclosure.search.document import KINDS, Subject
from disclosure.search.script import to_json, write_call
from disclosure.search.segments import monday_of
from disclosure.search.texts import REVISION

VERSION = 1
SCRIPT, PLAIN = "manifest.js", "search.json"


@dataclass(frozen=True, slots=True)
class Segment:
    """The base or the week: documents of each division from its start on, and the leaves' tree."""

    name: str
    build: str
    documents: int
    starts: Sequence[int]
    counts: Sequence[int]
    numbers: int
    leaves: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an index says of itself; `documents` are those that can be found in it."""

    scope: str
    name: str
    as_of: date
    documents: int
    revision: str
    subjects: Sequence[Subject]
    divisions: Sequence[tuple[str, str]]
    segments: Sequence[Segment]
    blocks: int
    dated: int


def write_manifest(manifest: Manifest) -> Iterable[tuple[str, str]]:
    """Yield the name and the text of the script and of the plain file."""
    value = {
        "version": VERSION,
        "scope": manifest.scope,
        "name": manifest.name,
        "documents": manifest.documents,
        "revision": manifest.revision,
        "cut": monday_of(manifest.as_of).isoformat(),
        "as_of": manifest.as_of.isoformat(),
        "categories": [list(subject) for subject in manifest.subjects],
        "kinds": list(KINDS),
        "divisions": [list(division) for division in manifest.divisions],
        "segments": [
            {
                "name": segment.name,
                "build": segment.build,
                "documents": segment.documents,
                "numbers": segment.numbers,
                "starts": list(segment.starts),
                "counts": list(segment.counts),
                "leaves": segment.leaves,
            }
            for segment in manifest.segments
        ],
        "day": {"blocks": manifest.blocks, "documents": manifest.dated},
    }
    yield SCRIPT, write_call("index", value)
    yield PLAIN, to_json(value) + "\n"


def mark_of(*values: object) -> str:
    """Return twelve hexadecimal digits that follow from some values."""
    return hashlib.sha256(to_json(values).encode()).hexdigest()[:REVISION]
