"""Reads one publication from disk: bytes, front matter, body, tables; all that is wrong at once."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from disclosure.catalogue import Key, Kind
from disclosure.dataset import read_resources
from disclosure.division import Division
from disclosure.entry.comments import comments_in
from disclosure.entry.entry import Entry
from disclosure.entry.fences import split, unclosed_at
from disclosure.entry.header import Header, read_header
from disclosure.entry.source import read_source
from disclosure.problem import DisclosureError, Problem

DESCRIPTOR = "datapackage.yaml"


def read_entry(
    path: str | Path, file: str, division: Division, kind: Kind, name: str, keys: Mapping[str, Key]
) -> tuple[Entry | None, list[Problem]]:
    """Return the entry of a Markdown file and what is wrong with its form; None = unreadable."""
    try:
        text, problems = read_source(path, file)
        parts = split(text, file)
    except DisclosureError as error:
        return None, list(error.problems)
    header, trouble = read_meant(parts.above, file, parts.first_line, keys, kind)
    if not header.is_readable:
        unclosed = unclosed_at(parts.above, file, parts.first_line)
        if unclosed:
            return None, [*problems, unclosed]
    problems += [*parts.problems, *trouble]
    return Entry(file, division, kind, name, header, parts.body, parts.body_line), problems


def read_package(
    folder: str, file: str, division: Division, name: str, keys: Mapping[str, Key]
) -> tuple[Entry | None, list[Problem]]:
    """Return the data package of a folder; `file` is its descriptor's path."""
    try:
        text, problems = read_source(f"{folder}/{DESCRIPTOR}", file)
    except DisclosureError as error:
        return None, list(error.problems)
    header, trouble = read_meant(text, file, 1, keys, Kind.DATA)
    problems += trouble
    problems += comments_in(text, file, header.given)
    tables, wrong = read_resources(folder, header.given, file)
    if header.is_readable and header.get("withdrawn") is None:
        problems += wrong
    return Entry(file, division, Kind.DATA, name, header, "", 0, tables), problems


def read_meant(
    text: str, file: str, first_line: int, keys: Mapping[str, Key], kind: Kind
) -> tuple[Header, list[Problem]]:
    """Return the header a front matter was meant to be, and what is wrong with how it is typed.

    Slips are looked for only where something does not fit, so good front matter costs nothing; what
    a slip explains is named by the slip alone.
    """
    header, problems = read_header(text, file, first_line, keys, kind)
    if not problems and not header.misfits:
        return header, problems
    from disclosure.entry.slips import mend
    from disclosure.strict_yaml import NOT_YAML

    mended = mend(text, first_line, keys, kind)
    if not mended.slips:
        return header, problems
    slips = [slip.problem(file) for slip in mended.slips]
    lines = {slip.line for slip in mended.slips}
    header, problems = read_header(mended.text, file, first_line, keys, kind)
    remaining = [
        problem
        for problem in problems
        if problem.code != NOT_YAML.name or problem.line not in lines
    ]
    return header, [*slips, *remaining]
