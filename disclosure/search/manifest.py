"""The first files of an index that a browser loads: what it holds and where.

What changes with every document is small and stands in the manifest, also as plain JSON; places,
categories and where the leaves are stand in the layout, which it names by a mark.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from disclosure.search.document import KINDS, Subject
from disclosure.search.script import to_json, write_call
from disclosure.search.segments import monday_of
from disclosure.search.texts import REVISION

VERSION = 3
LAYOUT, SCRIPT, PLAIN = "layout.js", "manifest.js", "search.json"
FUNCTION = "shard"  # that every file but the manifest calls


class Segment(Struct, frozen=True):
    """The base or the week: documents of each division from its start on, and the leaves' tree."""

    name: str
    build: str
    documents: int
    starts: Sequence[int]
    counts: Sequence[int]
    numbers: int
    leaves: str


class Layout(Struct, frozen=True):
    """What stays while segments stay: numbers in other files mean a place in these lists."""

    subjects: Sequence[Subject]
    divisions: Sequence[tuple[str, str]]
    segments: Sequence[Segment]

    def to_json(self) -> dict[str, object]:
        """Return the layout as its file holds it."""
        return {
            "categories": [list(subject) for subject in self.subjects],
            "kinds": list(KINDS),
            "divisions": [list(division) for division in self.divisions],
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
                for segment in self.segments
            ],
        }


class Manifest(Struct, frozen=True):
    """What an index says of itself; `documents` are those that can be found in it.

    `dated` of them stand in `blocks` of texts: those of the day itself.
    """

    scope: str
    name: str
    as_of: date
    documents: int
    revision: str
    blocks: int
    dated: int


def write_manifest(manifest: Manifest, layout: Layout) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of the layout, of the manifest and of the same as plain JSON."""
    laid_out = layout.to_json()
    mark = mark_of(VERSION, laid_out)
    yield LAYOUT, write_call(FUNCTION, mark, "layout", laid_out)
    value = {
        "version": VERSION,
        "scope": manifest.scope,
        "name": manifest.name,
        "documents": manifest.documents,
        "revision": manifest.revision,
        "layout": mark,
        "cut": monday_of(manifest.as_of).isoformat(),
        "as_of": manifest.as_of.isoformat(),
        "day": {"blocks": manifest.blocks, "documents": manifest.dated},
    }
    yield SCRIPT, write_call("index", value)
    yield PLAIN, to_json(value) + "\n"


def mark_of(*values: object) -> str:
    """Return twelve hexadecimal digits that follow from some values."""
    return hashlib.sha256(to_json(values).encode()).hexdigest()[:REVISION]
