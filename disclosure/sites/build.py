"""Builds the sites of many divisions: plan, run in warm worker processes, then the common parts."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.catalogue import PRODUCT
from disclosure.division import Division, Register, load_register
from disclosure.entry import find_folders
from disclosure.problem import Problem
from disclosure.sites.job import Job, Outcome
from disclosure.sites.place import restore, staged_folder, write_file
from disclosure.sites.tree import grow_tree

if TYPE_CHECKING:
    from disclosure.sites.runner import Runner

Progress = Callable[[int, int], None]


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


def no_progress(done: int, total: int) -> None:
    """Report nothing."""


def build_sites(request: Request, progress: Progress = no_progress) -> Built:
    """Build the sites asked for, the theme and the page to pick a place from.

    A division that fails keeps its previous site and does not stop the others.
    """
    register = load_register(request.root)
    _, astray = find_folders(request.root, register)
    divisions = tuple(plan(request, register))
    request.output.mkdir(parents=True, exist_ok=True)
    restore(request.output)
    built = frozenset(division.code for division in divisions) | standing(request.output, register)
    jobs = [Job(division, request.output, request.as_of) for division in divisions]
    outcomes = []
    for done, outcome in enumerate(run_jobs(request, built, jobs), 1):
        outcomes.append(outcome)
        progress(done, len(jobs))
    write_common(request, register)
    restore(request.output)
    problems = [*astray, *(problem for outcome in outcomes for problem in outcome.problems)]
    ordered = tuple(sorted(set(problems), key=lambda problem: problem.place))
    return Built(tuple(outcomes), ordered)


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


def run_jobs(request: Request, built: frozenset[str], jobs: list[Job]) -> Iterable[Outcome]:
    """Yield the outcomes in the order of the jobs, from this process or from warm workers."""
    start = (request.root, request.config, request.as_of, built)
    if request.jobs == 1 or len(jobs) < 2:
        runner = make_runner(*start)
        yield from map(runner.build, jobs)
        return
    workers = min(request.jobs, len(jobs))
    with ProcessPoolExecutor(workers, get_context("spawn"), warm_up, start) as pool:
        size = max(1, min(16, len(jobs) // workers // 4))
        yield from pool.map(build_in_worker, jobs, chunksize=size)


def make_runner(root: Path, config: Path, as_of: date, built: frozenset[str]) -> Runner:
    """Return a runner for this process; Pelican is imported only now."""
    from disclosure.sites.runner import Runner

    return Runner(root, config, as_of, built)


WORKER: list[Runner] = []  # the one runner of a worker process; empty in any other


def warm_up(root: Path, config: Path, as_of: date, built: frozenset[str]) -> None:
    """Prepare a worker process once for all its jobs."""
    WORKER.append(make_runner(root, config, as_of, built))


def build_in_worker(job: Job) -> Outcome:
    """Build one division in a prepared worker process."""
    return WORKER[0].build(job)


def write_common(request: Request, register: Register) -> None:
    """Write the theme once and the page to pick a place from."""
    theme = PRODUCT / "theme" / "static"
    with staged_folder(request.output, "theme") as folder:
        shutil.copytree(theme, folder, dirs_exist_ok=True)
    built = standing(request.output, register)
    runner = make_runner(request.root, request.config, request.as_of, built)
    page = runner.build_root(request.output, grow_tree(register, built))
    write_file(request.output / "index.html", page)
