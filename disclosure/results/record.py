"""What is kept of one division: what was found, and all that the finding rests on, as JSON."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from disclosure.problem import Problem, Severity
from disclosure.results.place import Place
from disclosure.rules.check import Checked


@dataclass(frozen=True, slots=True)
class Record:
    """The result for a division with this content, on the days from `low` to `high` (ordinals).

    `said` is what the system said of its files, "" where that may not be relied on. `above` are the
    contents of other divisions' folders that were looked into, `sought` the files that were looked
    for elsewhere and whether they were there.
    """

    code: str
    place: Place
    said: str
    content: str
    low: int
    high: int
    above: Mapping[str, str]
    sought: Mapping[str, bool]
    checked: Checked


def write_record(record: Record, folder: str) -> bytes:
    """Return a record as one line; `folder` is that of its division."""
    start = len(folder) + 1
    parts = [
        record.code,
        "\n".join(record.place.folders),
        "\n".join(record.place.files),
        record.said,
        record.content,
        record.low,
        record.high,
        dict(record.above),
        dict(record.sought),
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
    code, folders, files, said, content, low, high, above, sought, entries, problems = json.loads(
        line
    )
    checked = Checked(
        tuple(Problem(one[0], Severity(one[1]), *one[2:]) for one in problems),
        tuple(f"{folder}/{name}" for name in split(entries)),
    )
    place = Place(split(folders), split(files))
    return Record(code, place, said, content, low, high, above, sought, checked)


def code_of(line: bytes) -> str:
    """Return the code of the division a line is about."""
    return line[2 : line.index(b'"', 2)].decode()


def split(text: str) -> tuple[str, ...]:
    return tuple(text.split("\n")) if text else ()
