"""The corrections as far as they were traced before (`.build/history/`): what follows is added."""

from __future__ import annotations

import json
from contextlib import suppress
from datetime import date
from pathlib import Path

from disclosure.history import (
    Corrections,
    Found,
    LastCommit,
    Traced,
    corrections_of,
    trace_history,
)
from disclosure.kept.store import Store, open_store

FOLDER = "history"
FORM = "2"  # of what is kept; another number, and nothing that was kept before is read


def kept_corrections(root: Path, secret: bytes = b"") -> Corrections:
    """Return the corrections of the content under a root, and keep how far they are traced."""
    store = open_store(root, FOLDER, secret)
    before = read_traced(store) if store else None
    traced = trace_history(root, before)
    if store and traced and traced != before:
        with suppress(OSError):
            store.write(FORM, [write_traced(traced)])
    return corrections_of(root, traced)


def write_traced(traced: Traced) -> bytes:
    """Return what was traced as one line."""
    found = [
        [one.file, one.number, one.day.isoformat(), one.reason, one.before, one.after]
        for one in traced.found
    ]
    lasts = [
        [folder, last.id, last.day.isoformat()] for folder, last in traced.last_by_folder.items()
    ]
    return json.dumps([traced.head, traced.commits, found, lasts]).encode()


def read_traced(store: Store) -> Traced | None:
    """Return what was traced before, None where nothing is kept of it."""
    for line in store.read(FORM):
        head, commits, rows, lasts = json.loads(line)
        found = (
            Found(file, number, date.fromisoformat(day), reason, before, after)
            for file, number, day, reason, before, after in rows
        )
        last_by_folder = {
            folder: LastCommit(commit, date.fromisoformat(day)) for folder, commit, day in lasts
        }
        return Traced(head, commits, tuple(found), last_by_folder)
    return None
