"""The search indexes of counties, of the city and of large sites, made of the sites' own texts.

They are written after all sites, from what then stands in the output. An index lies within the site
of its place: a site that is built anew takes the old one's along, and it is brought up to date in
the end. A build that stops before leaves it as it was, one that stops while it is written leaves
some files of the new one; the next build, whatever it is asked for, mends either.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from disclosure.catalogue import Catalogue
from disclosure.division import Division, Level, Register
from disclosure.problem import DisclosureError, Problem
from disclosure.sealed import open_sealed
from disclosure.search.index import INDEX_NOT_WRITTEN, write_index
from disclosure.search.piece import cut_division
from disclosure.search.pruning import forget_scope
from disclosure.search.scope import Scope
from disclosure.search.shares import forget_aside
from disclosure.search.source import Source
from disclosure.search.state import State
from disclosure.search.texts import file_of
from disclosure.sites.index_place import index_folder
from disclosure.sites.kept.known import Known
from disclosure.sites.pages.naming import AFFAIRS, OF_OFFICES
from disclosure.sites.pages.search.large import is_large
from disclosure.sites.pages.search.view import FOLDER, INDEX, INDEXED
from disclosure.sites.place import scratch_folder

if TYPE_CHECKING:
    from disclosure.sites.crew import Crew
    from disclosure.sites.runner import Runner


class Cut(Struct, frozen=True):
    """A division whose texts are to be cut for every index above it."""

    folder: Path
    code: str
    as_of: date
    state: State


class IndexJob(Struct, frozen=True):
    """An index to write: of a place, below `output`, from what is cut in `state`.

    `sites` is by code what the system says of the folders of sites that are known to stand.
    """

    scope: Scope
    output: Path
    as_of: date
    state: State
    sites: Mapping[str, str]


def write_indexes(
    output: Path,
    register: Register,
    codes: frozenset[str],
    crew: Crew,
    as_of: date,
    state: State,
    known: Known | None = None,
    anew: frozenset[str] = frozenset(),
) -> Iterator[Problem]:
    """Bring every index in the output up to date; yield what is wrong with texts and disk.

    `codes` are the sites that stand; those `anew` were just built: their texts are cut beforehand,
    by all processes there are.
    """
    sites = known.digest_of(sorted(codes)) if known else None
    if known and known.holds(INDEX, sites):
        return
    files = {one.code: files_in(f"{output}/{one.code}/{FOLDER}") for one in register}
    divisions = [one for one in register if file_of(0) in files[one.code]]
    scopes = {scope.code: scope for scope in scopes_of(divisions, register, files)}
    for division in divisions:
        if division.code not in scopes and INDEX in files[division.code]:
            shutil.rmtree(index_folder(output / division.code), ignore_errors=True)
            forget_scope(division.code, state)
    stale = tuple(stale_scopes(scopes.values(), output, known))
    if known:
        known.unmake([INDEX, *map(name_of, stale)])
    used = {code for scope in stale for code in scope.codes}
    cuts = [
        Cut(output / one.code / FOLDER, one.code, as_of, state)
        for one in divisions
        if one.code in used and one.code in anew
    ]
    stood = known.stood if known else {}
    jobs = [
        IndexJob(scope, output, as_of, state, {code: stood.get(code, "") for code in scope.codes})
        for scope in stale
    ]
    cities = [job for job in jobs if is_city(job, register)]
    others = [job for job in jobs if job not in cities]
    wrong = 0
    try:
        for _ in crew.map(cut_one, cuts):
            pass
        for some in (others, cities):  # what a county has put together serves its city
            for job, problems in zip(some, crew.map(index_one, some), strict=True):
                yield from problems
                wrong += len(problems)
                if known and not problems:
                    scope = job.scope
                    place = index_folder(output / scope.code)
                    known.made(name_of(scope), made_of(scope, known), place)
    except BrokenExecutor:
        wrong += len(jobs)
        yield from map(lost, jobs)
    finally:
        forget_aside("", state)  # also where the wider place is one of another output
    if known and not wrong:
        known.made(INDEX, sites)


def stale_scopes(scopes: Iterable[Scope], output: Path, known: Known | None) -> Iterator[Scope]:
    """Yield the places whose index is not known to stand as it is to be."""
    for scope in scopes:
        place = index_folder(output / scope.code)
        if not (known and known.holds(name_of(scope), made_of(scope, known), place)):
            yield scope


def made_of(scope: Scope, known: Known) -> str | None:
    """Return the digest of the sites whose texts are in an index."""
    return known.digest_of(scope.codes)


def name_of(scope: Scope) -> str:
    """Return the name under which it is known what an index was made of."""
    return f"{INDEX} {scope.code}"


def files_in(folder: str) -> frozenset[str]:
    """Return the names in the folder of a site's texts, of which there are thousands."""
    try:
        return frozenset(os.listdir(folder))  # noqa: PTH208 - no Path objects
    except OSError:
        return frozenset()


def scopes_of(
    divisions: Sequence[Division], register: Register, files: Mapping[str, Collection[str]]
) -> Iterator[Scope]:
    """Yield the places that have an index, among divisions whose texts lie in such files."""
    standing = {one.code for one in divisions}
    for division in divisions:
        if division.level in INDEXED:
            below = (one for one in register.descendants(division) if one.code in standing)
            yield scope_of(division, (division, *below))
        elif is_large(files[division.code]):
            yield scope_of(division, (division,))


def scope_of(division: Division, divisions: Iterable[Division]) -> Scope:
    """Return a place with the divisions in it."""
    return Scope(division.code, division.name, tuple((one.code, one.name) for one in divisions))


def is_city(job: IndexJob, register: Register) -> bool:
    """Tell whether an index is made of those of counties."""
    division = register.get(job.scope.code)
    return division is not None and division.level is Level.CITY


def cut_one(_runner: Runner, cut: Cut) -> None:
    """Cut the texts of a division; what is wrong with them says the index that needs them."""
    try:
        cut_division(Source(cut.folder, cut.code), cut.as_of, cut.state)
    except (DisclosureError, OSError):
        return


def index_one(runner: Runner, job: IndexJob) -> tuple[Problem, ...]:
    """Write an index; return what is wrong."""
    folder = index_folder(job.output / job.scope.code)
    words = words_of(runner.facts.catalogue)
    try:
        write_index(job.scope, job.output, folder, job.state, job.as_of, words, job.sites)
    except DisclosureError as error:
        return error.problems
    return ()


def lost(job: IndexJob) -> Problem:
    """Return that an index was not written because a worker process was lost."""
    return INDEX_NOT_WRITTEN.at(
        f"{job.scope.code}/{FOLDER}/{INDEX}",
        value=job.scope.code,
        reason_zh="工作进程意外退出，重做也没有成功，多半是内存不足，请用 --jobs 减少进程数",
        reason_en="a worker process ended again and again, most likely for want of memory",
    )


def words_of(catalogue: Catalogue) -> tuple[str, ...]:
    """Return the words that people search by: 村务公开, names of categories, groups, elements."""
    words = {
        word
        for one in catalogue.categories.values()
        for word in (one.name, one.group_name, *one.elements)
    }
    return tuple(sorted(words.union(AFFAIRS.values(), [OF_OFFICES])))


@contextmanager
def kept_state(output: Path, root: Path | None, secret: bytes = b"") -> Iterator[State]:
    """Yield the state of a root, kept from build to build; without one, one for this build."""
    sealed = open_sealed(root, FOLDER, secret) if root else None
    if sealed:
        yield State(sealed.folder, sealed.key)
    else:
        with scratch_folder(output, FOLDER) as folder:
            yield State(folder)
