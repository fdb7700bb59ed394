"""What is kept of one division: what was found, and all that the finding rests on, as JSON."""

from __future__ import annotations

import json

from msgspec import Struct

from disclosure.kept.basis import Basis
from disclosure.problem import Problem, Severity
from disclosure.rules.check import Checked


class Record(Struct, frozen=True):
    """The result for a division on the days from `low` to `high` (ordinals)."""

    code: str
    basis: Basis
    low: int
    high: int
    checked: Checked


def write_record(record: Record, folder: str) -> bytes:
    """Return a record as one line; `folder` is that of its division."""
    start = len(folder) + 1
    parts = [
        record.code,
        record.basis.content,
        dict(record.basis.above),
        dict(record.basis.sought),
        record.low,
        record.high,
        "\n".join(file[start:] for file in record.checked.files),
        [
            [one.code, one.severity.value, one.file, one.line, one.column, one.row, one.field,
             one.value, one.message_zh, one.message_en, one.hint_zh, one.hint_en]
            for one in record.checked.problems
        ],
    ]  # fmt: skip
    return json.dumps(parts, separators=(",", ":")).encode()


def read_record(line: bytes, folder: str) -> Record:
    """Return the record of a line; raise ValueError where it is none."""
    code, content, above, sought, low, high, entries, problems = json.loads(line)
    checked = Checked(
        tuple(Problem(one[0], Severity(one[1]), *one[2:]) for one in problems),
        tuple(f"{folder}/{name}" for name in entries.split("\n")) if entries else (),
    )
    return Record(code, Basis(content, above, sought), low, high, checked)
