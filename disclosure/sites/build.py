"""Builds the sites of many divisions: plan, run in warm worker processes, then the common parts."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import date
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalogue import PRODUCT
from disclosure.division import Division, Level, Register, load_register
from disclosure.entry import find_folders
from disclosure.history import Corrections, read_corrections
from disclosure.kept.unchanged import digest_seen
from disclosure.opendata.parquet import is_available
from disclosure.problem import Problem, in_order
from disclosure.rules.check import Progress, no_progress
from disclosure.search.pruning import SCOPES
from disclosure.sites.around import Corpus
from disclosure.sites.common import write_common
from disclosure.sites.concerned import related, unconcerned
from disclosure.sites.crew import Crew, hire
from disclosure.sites.indexes import kept_state, write_indexes
from disclosure.sites.job import Job, Outcome
from disclosure.sites.kept.corrections import kept_corrections
from disclosure.sites.kept.grounds import digest_of_build
from disclosure.sites.kept.known import Known, open_known
from disclosure.sites.kept.record import commit_of, digest_corrections
from disclosure.sites.kept.whole import Outset, Whole
from disclosure.sites.output import PART, alone_in, remove_strangers, require_usable, standing
from disclosure.sites.pages.gathered import FOLDER
from disclosure.sites.place import restore
from disclosure.sites.shards.part import digest_content, write_part
from disclosure.sites.shards.shard import Shard
from disclosure.sites.survey import Survey, Surveyed
from disclosure.sites.workers import Start
from disclosure.sites.workshop import LOCAL, find_workshop

NO_PARQUET = (
    "没有安装 pyarrow，全市汇总表没有生成 Parquet 文件；"
    '需要的，请先运行 pip install ".[parquet]"，再重新生成。'
)


class Request(Struct, frozen=True):
    """What is to be built; no divisions = all that are in the register.

    `is_kept` tells whether what is known in the end is kept below the root for the next build,
    `is_fresh` that nothing of what is kept from before is believed, `is_vouched` that the content
    is that of the newest commit, so that git tells what has changed. `executor` names where the
    work is done, `jobs` how many processes of this machine may share it. A `shard` builds its share
    of the sites alone, to be merged with the others. `secret` is what machines share that believe
    what the others keep.
    """

    root: Path
    output: Path
    as_of: date
    divisions: tuple[Division, ...] = ()
    with_subtree: bool = False
    jobs: int = 1
    config: Path = PRODUCT / "pelicanconf.py"
    is_kept: bool = False
    is_fresh: bool = False
    is_vouched: bool = False
    shard: Shard | None = None
    executor: str = LOCAL
    secret: bytes = b""

    def __repr__(self) -> str:
        """Name what is built where, and nothing of the secret."""
        return f"Request({str(self.root)!r}, {str(self.output)!r})"


class Built(Struct, frozen=True):
    """What a build came to: the sites that stand, those that failed, and every problem.

    `notes` say what was left out without anything being wrong.
    """

    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()

    @property
    def pages(self) -> int:
        return sum(outcome.pages for outcome in self.outcomes)

    @property
    def failed(self) -> tuple[Division, ...]:
        return tuple(outcome.division for outcome in self.outcomes if not outcome.is_built)


def build_sites(
    request: Request, progress: Progress = no_progress, outset: Outset | None = None
) -> Built:
    """Build the sites asked for, the theme and the page to pick a place from.

    A division that fails keeps its previous site and does not stop the others. With the outset of
    a build of everything, what it comes to is kept as a whole where nothing is wrong.
    """
    register = load_register(request.root)
    divisions = tuple(plan(request, register))
    require_usable(request.output, request.root, [division.code for division in divisions])
    request.output.mkdir(parents=True, exist_ok=True)
    request = replace(request, root=request.root.absolute(), output=request.output.absolute())
    with alone_in(request.output):
        restore(request.output)
        (request.output / PART).unlink(missing_ok=True)  # what it says is about to change
        grounds = outset.grounds if outset else digest_of_build(request.root, request.config)
        outcomes, others, seen = build_all(request, grounds, register, divisions, progress)
        restore(request.output)
        told = (problem for outcome in outcomes for problem in outcome.problems)
        problems = in_order([*told, *others])
        built = Built(tuple(outcomes), problems, tuple(notes_on(outcomes, request.output)))
        if outset and seen and not problems:
            outset.keep(Whole(len(outcomes), built.pages, built.notes), seen)
    return built


def notes_on(outcomes: Iterable[Outcome], output: Path) -> Iterator[str]:
    """Yield what the sites just built lack for want of an optional library, each said once."""
    cities = (one.division for one in outcomes if one.division.level is Level.CITY and one.is_built)
    if not is_available() and any((output / city.code / FOLDER).is_dir() for city in cities):
        yield NO_PARQUET


def build_all(
    request: Request,
    grounds: str | None,
    register: Register,
    divisions: tuple[Division, ...],
    progress: Progress,
) -> tuple[list[Outcome], list[Problem], str]:
    """Build the sites, then what they share; return what came of each, and what else is wrong.

    Returned last is the digest of the content as it was seen, "" where nothing is known of it.
    """
    built = frozenset(division.code for division in divisions)
    built |= standing(request.output, (one for one in register if one.code not in built))
    divisions = request.shard.of(divisions, request.root) if request.shard else divisions
    workshop = find_workshop(request.executor, request.jobs, request.output)
    corrections = corrections_of(request)  # one pass for all of them
    with ExitStack() as end:
        known = end.enter_context(known_of(request, grounds, built))
        compiled = known.compiled if known else None
        astray = known.astray(register) if known else find_folders(request.root, register)[1]
        start = Start(request.root, request.config, request.as_of, built, compiled)
        crew = end.enter_context(hire(start, workshop))
        asked = related(divisions, register)
        told = known.survey(asked, crew.survey) if known else told_by(crew.survey(asked))
        corpus = Corpus(told)

        def job_of(division: Division) -> Job:
            around, mine = corpus.around(division, register), corrections.within(division.folder)
            return Job(division, request.output, request.as_of, around, mine)

        given = digest_corrections(corrections)
        alike = unconcerned(known, given, register) if known else frozenset()
        outcomes = list(build_jobs(divisions, job_of, corrections, crew, known, alike, progress))
        if known and not (request.divisions or request.shard):
            known.settle(given)
        if request.shard:
            content = digest_content(request.root, register, corrections)
            write_part(request.output, request.shard, request.as_of, grounds, content, outcomes)
            return outcomes, [*astray], ""
        stand = frozenset(one.division.code for one in outcomes if one.is_built)
        anew = frozenset(one.division.code for one in outcomes if one.witness)
        unwritten = complete(request, register, crew, known, stand, anew)
        seen = digest_seen(known.looks.in_order()) if known else ""
        return outcomes, [*astray, *unwritten], seen


def complete(
    request: Request,
    register: Register,
    crew: Crew,
    known: Known | None,
    stand: frozenset[str],
    anew: frozenset[str],
) -> list[Problem]:
    """Write what the sites in the output share; return what is wrong.

    Some are known to `stand`, those made `anew` among them.
    """
    output = request.output
    if not request.divisions:
        remove_strangers(output, register)
    codes = stand | standing(output, (one for one in register if one.code not in stand))
    write_common(output, register, codes, crew, known)
    crew.renew()  # an index takes as much memory as a site has left
    root = request.root if request.is_kept else None
    with kept_state(output, root, request.secret) as state:
        if request.is_fresh:
            state.forget(SCOPES)  # whose files are then all looked into
        found = write_indexes(output, register, codes, crew, request.as_of, state, known, anew)
        return list(found)


def corrections_of(request: Request) -> Corrections:
    """Return the corrections of all content, from what is kept where anything is."""
    if request.is_kept:
        return kept_corrections(request.root, request.secret)
    return read_corrections(request.root)


@contextmanager
def known_of(
    request: Request, grounds: str | None, built: frozenset[str]
) -> Iterator[Known | None]:
    """Give what is known of earlier builds; keep what this one adds, however it ends."""
    if not request.is_kept:
        yield None
        return
    known = known_by(request, grounds, built)
    if known and request.is_fresh:
        known.forget()
    try:
        yield known
    finally:
        if known:
            known.save()


def known_by(request: Request, grounds: str | None, built: frozenset[str]) -> Known | None:
    """Return what is kept from earlier builds of the same; None where nothing can be kept."""
    return open_known(
        request.root,
        request.output,
        grounds,
        request.as_of,
        built,
        request.secret,
        is_vouched=request.is_vouched,
    )


def told_by(surveyed: Iterable[Surveyed]) -> dict[str, Survey]:
    """Return the surveys alone, by code."""
    return {one.survey.division: one.survey for one in surveyed}


def build_jobs(
    divisions: Sequence[Division],
    job_of: Callable[[Division], Job],
    corrections: Corrections,
    crew: Crew,
    known: Known | None,
    alike: Container[str],
    progress: Progress,
) -> Iterator[Outcome]:
    """Yield what came of each site, in their order; one that stands as it is to be is left.

    For those `alike` a job would tell what it told before, so that none is asked for.
    """
    jobs = {one.code: job_of(one) for one in divisions if one.code not in alike}
    standing = {
        one.code: known.stands(one, jobs.get(one.code), commit_of(corrections, one))
        for one in divisions
        if known
    }
    stale = [one for one in divisions if standing.get(one.code) is None]
    jobs |= {one.code: job_of(one) for one in stale if one.code in alike}
    built = iter(crew.build([jobs[one.code] for one in stale]))
    for done, division in enumerate(divisions, 1):
        outcome = standing.get(division.code)
        if outcome is None:
            outcome = next(built)
            if known:
                known.built(jobs[division.code], outcome)
        yield outcome
        progress(done, len(divisions))


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
