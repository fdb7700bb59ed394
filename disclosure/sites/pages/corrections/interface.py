"""The corrections of a division for programs: `api/v1/corrections.json`."""

from __future__ import annotations

from disclosure.sites.pages.corrections.change import Change, sentence
from disclosure.sites.pages.corrections.record import Record
from disclosure.sites.pages.corrections.view import CorrectionsView
from disclosure.sites.pages.interface import write_json

FILE = "api/v1/corrections.json"


def write_corrections(view: CorrectionsView) -> str:
    """Return the corrections as JSON, the newest first; `complete` = the history is all there."""
    items = [
        {"title": item.title, "url": item.url, **plain(item.record)}
        for day in view.days
        for item in day.items
    ]
    whole = {"complete": view.is_known, "corrections": items}
    return write_json(whole)


def plain(record: Record) -> dict[str, object]:
    """Return a correction as JSON holds it: what the page tells, and no more."""
    return {
        "date": record.day,
        "reason": record.reason,
        "note": record.note,
        "changes": [told(change, record.reason) for change in record.changes],
        "more_changes": record.more_changes,
        "lines": [{"kind": line.sign.value, "text": line.text} for line in record.lines],
        "more_lines": record.more_lines,
    }


def told(change: Change, reason: str) -> dict[str, object]:
    """Return one change: in a sentence, in its parts, and where in a table it stands."""
    whole: dict[str, object] = {
        "kind": change.way.value,
        "name": change.label,
        "before": change.before,
        "after": change.after,
        "text": sentence(change, reason),
    }
    spot = change.spot
    if spot:
        whole["place"] = {
            "table": spot.table,
            "column": spot.column,
            "row_before": spot.row_before or None,
            "row_after": spot.row_after or None,
            "key": dict(spot.key),
            "cells": dict(spot.cells),
        }
    return whole
