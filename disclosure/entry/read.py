"""Reads one publication from disk: bytes, front matter, body, tables; all that is wrong at once."""

from __future__ import annotations

from pathlib import Path

from disclosure.catalogue import Kind
from disclosure.dataset import read_resources
from disclosure.division import Division
from disclosure.entry.entry import Entry
from disclosure.entry.header import read_header, split
from disclosure.entry.slips import explain
from disclosure.entry.source import read_source
from disclosure.problem import DisclosureError, Problem

DESCRIPTOR = "datapackage.yaml"


def read_entry(
    path: Path, file: str, division: Division, kind: Kind, name: str
) -> tuple[Entry | None, list[Problem]]:
    """Return the entry of a Markdown file and what is wrong with its form; None = unreadable."""
    try:
        text, problems = read_source(path, file)
        above, body, body_line = split(text, file)
    except DisclosureError as error:
        return None, list(error.problems)
    header, trouble = read_header(above, file, 2)
    slips = explain(above, file, 2)
    if slips and any(problem.code == "front-matter-not-yaml" for problem in trouble):
        trouble = [problem for problem in trouble if problem.code != "front-matter-not-yaml"]
    problems += [*trouble, *slips]
    return Entry(file, division, kind, name, header, body, body_line), problems


def read_package(
    folder: Path, file: str, division: Division, name: str
) -> tuple[Entry | None, list[Problem]]:
    """Return the data package of a folder; `file` is its descriptor's path."""
    try:
        text, problems = read_source(folder / DESCRIPTOR, file)
    except DisclosureError as error:
        return None, list(error.problems)
    header, trouble = read_header(text, file, 1)
    problems += trouble
    tables, wrong = read_resources(folder, header.given, file)
    withdrawn = header.get("withdrawn") is not None
    if not trouble and not withdrawn:
        problems += wrong
    return Entry(file, division, Kind.DATA, name, header, "", 0, tables), problems
