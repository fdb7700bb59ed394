"""Builds the sites of many divisions: plan, run in warm worker processes, then the common parts."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.catalogue import PRODUCT
from disclosure.division import Division, Register, load_register
from disclosure.entry import find_folders
from disclosure.problem import Problem
from disclosure.rules.check import Progress, no_progress
from disclosure.sites.job import Job, Outcome
from disclosure.sites.output import INDEX, THEME, alone_in, require_usable
from disclosure.sites.place import restore, staged_folder, write_file
from disclosure.sites.tree import grow_tree
from disclosure.sites.workers import make_runner, run_workers

if TYPE_CHECKING:
    from disclosure.sites.runner import Runner


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be built; no divisions = all that are in the register."""

    root: Path
    output: Path
    as_of: date
    divisions: tuple[Division, ...] = ()
    with_subtree: bool = False
    jobs: int = 1
    config: Path = PRODUCT / "pelicanconf.py"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: the sites that stand, those that failed, and every problem."""

    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> tuple[Division, ...]:
        return tuple(outcome.division for outcome in self.outcomes if not outcome.is_built)


def build_sites(request: Request, progress: Progress = no_progress) -> Built:
    """Build the sites asked for, the theme and the page to pick a place from.

    A division that fails keeps its previous site and does not stop the others.
    """
    register = load_register(request.root)
    _, astray = find_folders(request.root, register)
    divisions = tuple(plan(request, register))
    require_usable(request.output, request.root, [division.code for division in divisions])
    request.output.mkdir(parents=True, exist_ok=True)
    with alone_in(request.output):
        restore(request.output)
        outcomes = tuple(build_all(request, register, divisions, progress))
        restore(request.output)
    problems = [*astray, *(problem for outcome in outcomes for problem in outcome.problems)]
    ordered = tuple(sorted(set(problems), key=lambda problem: problem.place))
    return Built(outcomes, ordered)


def build_all(
    request: Request, register: Register, divisions: tuple[Division, ...], progress: Progress
) -> Iterator[Outcome]:
    """Build the sites, then what they share; yield what came of each."""
    built = frozenset(division.code for division in divisions) | standing(request.output, register)
    jobs = [Job(division, request.output, request.as_of) for division in divisions]
    start = (request.root, request.config, request.as_of, built)
    runner = make_runner(*start)  # before any worker: what stops it stops the build, once
    workers = min(request.jobs, len(jobs))
    outcomes = run_workers(start, jobs, workers) if workers > 1 else map(runner.build, jobs)
    for done, outcome in enumerate(outcomes, 1):
        yield outcome
        progress(done, len(jobs))
    write_common(request, register, runner)


def plan(request: Request, register: Register) -> Iterator[Division]:
    """Yield the divisions to build, by code, each once; a replaced one leads to its successor."""
    if request.divisions:
        wanted = {division.code for division in request.divisions}
        if request.with_subtree:
            below = (register.descendants(division) for division in request.divisions)
            wanted |= {division.code for some in below for division in some}
        yield from (division for division in register if division.code in wanted)
    else:
        yield from register


def standing(output: Path, register: Register) -> frozenset[str]:
    """Return the codes whose sites an earlier build left in the output."""
    return frozenset(
        division.code for division in register if (output / division.code / "index.html").is_file()
    )


def write_common(request: Request, register: Register, runner: Runner) -> None:
    """Write the theme once and the page to pick a place from."""
    with staged_folder(request.output, THEME) as folder:
        copy_files(PRODUCT / "theme" / "static", folder)
    tree = grow_tree(register, standing(request.output, register))
    write_file(request.output, INDEX, runner.build_root(request.output, tree))


def copy_files(source: Path, target: Path) -> None:
    """Copy a folder's files; the first the system refuses is raised as it is."""
    for path in sorted(source.rglob("*")):
        copy = target / path.relative_to(source)
        if path.is_dir():
            copy.mkdir()
        else:
            shutil.copyfile(path, copy)
