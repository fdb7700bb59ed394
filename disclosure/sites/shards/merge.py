"""Makes the parts of a build one output: each site from one part, what they share from them all."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from disclosure.division import Division, Register, load_register
from disclosure.kept.store import LARGEST, read_plain
from disclosure.problem import Code, Problem
from disclosure.rules.check import Progress, no_progress
from disclosure.sites.build import Built, Request, complete, notes_on
from disclosure.sites.crew import hire
from disclosure.sites.files import SiteFiles, names_below
from disclosure.sites.index_place import carry_index
from disclosure.sites.job import Outcome
from disclosure.sites.kept.grounds import digest_of_build
from disclosure.sites.output import PART, alone_in, refusal, require_usable
from disclosure.sites.place import restore, scratch_folder, swap
from disclosure.sites.shards.fit import require_fit
from disclosure.sites.shards.part import Part, read_part
from disclosure.sites.workers import Start
from disclosure.sites.workshop import find_workshop

if TYPE_CHECKING:
    from disclosure.sites.runner import Runner

SITE_NOT_IN_PARTS = Code(
    "site-not-in-parts",
    zh="生成第 {value} 份时，{name}的网站没有成功",
    en="the site of {name} failed when part {value} was built",
    hint_zh="请按生成那一份时的报告改正，各份都重新生成后再合并",
    hint_en="mend what the report of that part says, build all parts anew and merge them",
)


class Take(Struct, frozen=True):
    """A site to be taken from a part into the output."""

    source: Path
    output: Path
    code: str


def merge_parts(
    folders: Sequence[Path],
    root: Path,
    output: Path,
    config: Path,
    jobs: int = 1,
    progress: Progress = no_progress,
) -> Built:
    """Merge the parts in some folders; what they share is made as a build of everything does.

    A site that failed in its part keeps its previous one.
    """
    register = load_register(root)
    parts = [read_part(folder, register) for folder in folders]
    require_fit(parts, register, digest_of_build(root, config))
    request = Request(root.absolute(), output.absolute(), parts[0].day, jobs=jobs, config=config)
    require_usable(request.output, request.root, register.division_by_code)
    require_apart(request.output, folders)
    request.output.mkdir(parents=True, exist_ok=True)
    with alone_in(request.output):
        restore(request.output)
        (request.output / PART).unlink(missing_ok=True)
        outcomes, unwritten = take_all(request, register, parts, progress)
        restore(request.output)
    failed = (problem for outcome in outcomes for problem in outcome.problems)
    return Built(outcomes, (*failed, *unwritten), tuple(notes_on(outcomes, request.output)))


def require_apart(output: Path, folders: Sequence[Path]) -> None:
    """Refuse to merge parts into one of them, or into a folder within one."""
    real = Path(os.path.realpath(output))
    for folder in folders:
        if real.is_relative_to(os.path.realpath(folder)):
            raise refusal(output, "这里存放着要合并的一份", "a part to be merged lies there")


def take_all(
    request: Request, register: Register, parts: Sequence[Part], progress: Progress
) -> tuple[tuple[Outcome, ...], list[Problem]]:
    """Take every site, then make what they share; return what came of each, and of the indexes."""
    part_by_code = {code: part for part in parts for code in (*part.sites, *part.failed)}
    takes = [
        Take(part_by_code[one.code].folder.absolute() / one.code, request.output, one.code)
        for one in register
        if one.code in part_by_code[one.code].sites
    ]
    start = Start(request.root, request.config, request.as_of, frozenset(part_by_code))
    with hire(start, find_workshop(request.executor, request.jobs, request.output)) as crew:
        for done, _ in enumerate(crew.map(take_one, takes), 1):
            progress(done, len(takes))
        anew = frozenset(take.code for take in takes)
        unwritten = complete(request, register, crew, None, anew, anew)
    return tuple(outcome_in(part_by_code[one.code], one) for one in register), unwritten


def take_one(_runner: Runner, take: Take) -> None:
    """Take a site: it becomes the one that stands, unless that is the same."""
    before = take.output / take.code
    with scratch_folder(take.output, take.code) as folder:
        files = SiteFiles(folder, before if before.is_dir() else None)
        for name in sorted(names_below(str(take.source))):
            files.write(name, read_plain(take.source / name, LARGEST))
        if files.differ():
            carry_index(before, folder)
            swap(take.output, take.code)


def outcome_in(part: Part, division: Division) -> Outcome:
    """Return what came of a division in its part."""
    pages = part.sites.get(division.code)
    if pages is not None:
        return Outcome(division, (), pages, is_built=True)
    lost = SITE_NOT_IN_PARTS.at(division.folder, value=str(part.shard), name=division.name)
    return Outcome(division, (lost,), 0, is_built=False)
