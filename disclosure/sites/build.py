"""Builds the sites of many divisions: plan, run in warm worker processes, then the common parts."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from disclosure.catalogue import PRODUCT
from disclosure.division import Division, Level, Register, load_register
from disclosure.entry import find_folders
from disclosure.history import read_corrections
from disclosure.opendata.parquet import is_available
from disclosure.problem import Problem
from disclosure.rules.check import Progress, no_progress
from disclosure.sites.around import gather
from disclosure.sites.indexes import kept_state, write_indexes
from disclosure.sites.job import Job, Outcome
from disclosure.sites.output import ROBOTS, SITEMAP, THEME, alone_in, require_usable
from disclosure.sites.pages.gathered import FOLDER
from disclosure.sites.pages.sitemap import write_index, write_robots
from disclosure.sites.place import restore, staged_folder, write_file
from disclosure.sites.tree import grow_tree
from disclosure.sites.workers import hire

if TYPE_CHECKING:
    from disclosure.sites.runner import Runner

NO_PARQUET = (
    "没有安装 pyarrow，全市汇总表没有生成 Parquet 文件；"
    '需要的，请先运行 pip install ".[parquet]"，再重新生成。'
)


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be built; no divisions = all that are in the register.

    `is_kept` tells whether what is cut for search is kept below the root for the next build.
    """

    root: Path
    output: Path
    as_of: date
    divisions: tuple[Division, ...] = ()
    with_subtree: bool = False
    jobs: int = 1
    config: Path = PRODUCT / "pelicanconf.py"
    is_kept: bool = False


@dataclass(frozen=True, slots=True)
class Built:
    """What a build came to: the sites that stand, those that failed, and every problem.

    `notes` say what was left out without anything being wrong.
    """

    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()

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
        outcomes, unwritten = build_all(request, register, divisions, progress)
        restore(request.output)
    told = (problem for outcome in outcomes for problem in outcome.problems)
    problems = [*astray, *told, *unwritten]
    ordered = tuple(sorted(set(problems), key=lambda problem: problem.place))
    return Built(tuple(outcomes), ordered, tuple(notes_on(outcomes, request.output)))


def notes_on(outcomes: Iterable[Outcome], output: Path) -> Iterator[str]:
    """Yield what the sites just built lack for want of an optional library, each said once."""
    cities = (one.division for one in outcomes if one.division.level is Level.CITY and one.is_built)
    if not is_available() and any((output / city.code / FOLDER).is_dir() for city in cities):
        yield NO_PARQUET


def build_all(
    request: Request, register: Register, divisions: tuple[Division, ...], progress: Progress
) -> tuple[list[Outcome], list[Problem]]:
    """Build the sites, then what they share; return what came of each, and of the indexes."""
    outcomes = []
    built = frozenset(division.code for division in divisions) | standing(request.output, register)
    start = (request.root, request.config, request.as_of, built)
    corrections = read_corrections(request.root)  # one pass for all of them
    with hire(start, min(request.jobs, len(divisions))) as crew:
        corpus = gather(crew.survey(related(divisions, register)), register)
        jobs = [
            Job(
                division,
                request.output,
                request.as_of,
                corpus.around(division, register),
                corrections.within(division.folder),
            )
            for division in divisions
        ]
        for done, outcome in enumerate(crew.build(jobs), 1):
            outcomes.append(outcome)
            progress(done, len(jobs))
        write_common(request, register, crew.runner)
        with kept_state(request.output, request.root if request.is_kept else None) as state:
            unwritten = list(write_indexes(request.output, register, crew, request.as_of, state))
    return outcomes, unwritten


def related(divisions: Iterable[Division], register: Register) -> tuple[Division, ...]:
    """Return the divisions whose content shows on the sites of some: they, and those around."""
    codes = {
        one.code
        for division in divisions
        for some in ((division,), register.ancestors(division), register.descendants(division))
        for one in some
    }
    return tuple(division for division in register if division.code in codes)


def plan(request: Request, register: Register) -> Iterator[Division]:
    """Yield the divisions to build, by code, each once; a replaced one leads to its successor."""
    if request.divisions:
        wanted = {division.code for division in request.divisions}
        if request.with_subtree:
            below = (register.descendants(division) for division in request.divisions)
            wanted |= {division.code for some in below for division in some}
            wanted |= {one.code for one in register if one.replaced_by in wanted}
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
    for name, page in runner.build_root(request.output, tree).items():
        write_file(request.output, name, page)
    public_url = runner.base.get("DISCLOSURE_PUBLIC_URL", "").rstrip("/")
    write_for_robots(request.output, standing(request.output, register), public_url)


def write_for_robots(output: Path, codes: frozenset[str], public_url: str) -> None:
    """Write what search engines look for first; without a public address, no list of sitemaps."""
    write_file(output, ROBOTS, write_robots(public_url))
    files = {code: output / code / SITEMAP for code in codes}
    sitemaps = {code: file.read_text("utf-8") for code, file in files.items() if file.is_file()}
    if public_url:
        write_file(output, SITEMAP, write_index(public_url, sitemaps))
    else:
        (output / SITEMAP).unlink(missing_ok=True)


def copy_files(source: Path, target: Path) -> None:
    """Copy a folder's files; the first the system refuses is raised as it is."""
    for path in sorted(source.rglob("*")):
        copy = target / path.relative_to(source)
        if path.is_dir():
            copy.mkdir()
        else:
            shutil.copyfile(path, copy)
