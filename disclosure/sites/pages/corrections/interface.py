"""The corrections of a division for programs: `api/v1/corrections.json`."""

from __future__ import annotations

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
        "changes": [
            {
                "kind": change.way.value,
                "name": change.label,
                "before": change.before,
                "after": change.after,
            }
            for change in record.changes
        ],
        "more_changes": record.more_changes,
        "lines": [{"kind": line.sign.value, "text": line.text} for line in record.lines],
        "more_lines": record.more_lines,
    }
