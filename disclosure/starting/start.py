"""Makes the root of a county: gathered as values, written beside its place, checked, moved in."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct

from disclosure.catalogue import PRODUCT
from disclosure.division import Division, Level, Publisher, Register, expand
from disclosure.division.publisher import COLUMNS as PUBLISHER_COLUMNS
from disclosure.division.register import COLUMNS as DIVISION_COLUMNS
from disclosure.problem import DisclosureError, Severity
from disclosure.rules.check import check_content
from disclosure.rules.facts import load_facts
from disclosure.starting.bodies import bodies
from disclosure.starting.examples import SAMPLES, example_files, lowest
from disclosure.starting.intake import read_list
from disclosure.starting.place import fresh_folder
from disclosure.starting.todo import FILE as TODO
from disclosure.starting.todo import lacking, write_todo

SAMPLE_BY_WORKFLOW = {
    ".github/workflows/check.yml": "docs/ci/github.yml",
    ".gitlab-ci.yml": "docs/ci/gitlab.yml",
    ".gitea/workflows/check.yml": "docs/ci/gitea.yml",
}
KEEP = "catalogue/overrides/.gitkeep"  # git keeps no empty folder


class Started(Struct, frozen=True):
    """What was made: the register, the examples' paths, how many divisions lack details."""

    register: Register
    examples: tuple[str, ...]
    lacking: int
    unused: tuple[str, ...]  # headings of the list that were not taken over


def start(target: Path, list_file: Path, today: date) -> Started:
    """Make the root of the divisions in `list_file` at `target`, whole or not at all."""
    with fresh_folder(target) as folder:
        intake = read_list(list_file, today)
        register = intake.register
        write_all(folder, root_files(register, today))
        facts = load_facts(folder, today)
        examples = example_files(facts)
        write_all(folder, examples)
        found = check_content(facts).problems
        errors = [problem for problem in found if problem.severity is Severity.ERROR]
        if errors:
            raise DisclosureError(*errors)
    return Started(register, tuple(examples), len(lacking(register)), intake.unused)


def root_files(register: Register, today: date) -> dict[str, bytes]:
    """Return every file but the examples, by path."""
    samples = PRODUCT / SAMPLES / "county"
    name = place_of(register).name
    found = {
        path.relative_to(samples).as_posix(): path.read_text("utf-8").replace("〈地名〉", name)
        for path in sorted(samples.rglob("*"))
        if path.is_file()
    }
    found |= {
        path: (PRODUCT / sample).read_text("utf-8") for path, sample in SAMPLE_BY_WORKFLOW.items()
    }
    found |= {
        "catalogue/divisions.csv": write_table(DIVISION_COLUMNS, map(division_cells, register)),
        "catalogue/publishers.csv": write_table(
            PUBLISHER_COLUMNS, map(publisher_cells, bodies(register))
        ),
        KEEP: "",
        TODO: write_todo(register, lowest(register).folder, today),
    }
    return {path: text.encode() for path, text in found.items()}


def place_of(register: Register) -> Division:
    """Return the place the root is for: its only county, else its first division."""
    in_force = [division for division in register if not division.replaced_by]
    counties = [division for division in in_force if division.level is Level.COUNTY]
    return counties[0] if len(counties) == 1 else in_force[0]


def division_cells(division: Division) -> tuple[str, ...]:
    """Return the row of a division, in the order of the register's columns."""
    cells = {name: getattr(division, name) for name in DIVISION_COLUMNS}
    cells["level"] = division.level.value
    for name in ("code", "parent", "replaced_by"):
        cells[name] = expand(cells[name]) if cells[name] else ""
    return tuple(str(cell or "") for cell in cells.values())


def publisher_cells(publisher: Publisher) -> tuple[str, ...]:
    """Return the row of a publisher."""
    return publisher.name, expand(publisher.division), publisher.kind.value, publisher.phone


def write_table(columns: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a register as CSV."""
    text = io.StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows([columns, *rows])
    return text.getvalue()


def write_all(folder: Path, files: dict[str, bytes]) -> None:
    """Write files below a folder."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
