"""Builds some sites again and again in one process that stays warm, as their sources change."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from msgspec import Struct, field

from disclosure.catalogue.table_rule import rule_texts
from disclosure.cycles import cycles_unsought, free_cycles
from disclosure.division import Division, Register, load_register
from disclosure.entry import find_folders
from disclosure.history import Corrections
from disclosure.problem import Problem, in_order
from disclosure.rules.check import check_division
from disclosure.sites.around import gather
from disclosure.sites.build import Request, known_by, plan, told_by
from disclosure.sites.common import share_theme, write_common
from disclosure.sites.concerned import related
from disclosure.sites.crew import Crew
from disclosure.sites.job import Job, Outcome
from disclosure.sites.kept.corrections import kept_corrections
from disclosure.sites.kept.grounds import digest_of_build
from disclosure.sites.kept.known import Known
from disclosure.sites.kept.record import commit_of
from disclosure.sites.output import standing
from disclosure.sites.pages.dataset.checked import enforced_rules
from disclosure.sites.survey import Survey
from disclosure.sites.workers import Start
from disclosure.sites.workshop import Machine


class Desk(Struct):
    """The sites of a request, and what is known of their sources by now.

    `stale` are the codes of sites that may have to be built again, the most urgent first.
    """

    request: Request
    register: Register
    divisions: dict[str, Division]
    crew: Crew
    corrections: Corrections
    known: Known | None
    surveys: dict[str, Survey] = field(default_factory=dict)
    stale: list[str] = field(default_factory=list)

    def take(self, folders: Collection[str]) -> None:
        """Take notice of changed folders: their sites come first, then those that show them."""
        changed = [one for one in self.register if one.folder in folders]
        above = self.crew.runner.facts.above
        for division in changed:
            above.pop((self.request.root, division.code), None)
        if self.known:
            self.known.look_again(one.code for one in changed)
        self.survey(changed)
        concerned = (one.code for one in (*changed, *related(changed, self.register)))
        codes = dict.fromkeys((*concerned, *self.stale))
        self.stale = [code for code in codes if code in self.divisions]

    def hurry(self, codes: Collection[str]) -> None:
        """Let what is stale among some sites come first."""
        self.stale.sort(key=lambda code: code not in codes)

    def survey(self, divisions: Iterable[Division]) -> None:
        """Learn anew what the sites around may know of some divisions."""
        asked = tuple(divisions)
        if self.known:
            self.surveys |= self.known.survey(asked, self.crew.survey)
        else:
            self.surveys |= told_by(self.crew.survey(asked))

    def build_next(self) -> Outcome | None:
        """Build the most urgent site; None where it stands as it is to be."""
        job = self.job(self.divisions[self.stale.pop(0)])
        commit = commit_of(job.corrections, job.division)
        if self.known and self.known.stands(job.division, job, commit):
            return None
        with cycles_unsought():  # somebody waits; there is time for them at rest
            (outcome,) = self.crew.build([job])
        if self.known:
            self.known.built(job, outcome)
        return outcome

    def job(self, division: Division) -> Job:
        """Return what is to be built for a division, from what is known by now."""
        told = (self.surveys.get(one.code) for one in related([division], self.register))
        corpus = gather(filter(None, told))
        return Job(
            division,
            self.request.output,
            self.request.as_of,
            corpus.around(division, self.register),
            self.corrections.within(division.folder),
        )

    def share(self) -> None:
        """Write what all sites share, where it is not as it is to be."""
        codes = standing(self.request.output, self.register)
        write_common(self.request.output, self.register, codes, self.crew, self.known)

    def check(self, code: str) -> tuple[Problem, ...]:
        """Return what a check finds in the folder of a division, by file and line."""
        division = self.register.get(code)
        found = check_division(division, self.crew.runner.facts).problems if division else ()
        return in_order(found)

    def astray(self) -> tuple[Problem, ...]:
        """Return what lies in the content and belongs to no division."""
        return in_order(find_folders(self.request.root, self.register)[1])

    def keep(self) -> None:
        """Keep what is known for the next build, where the request keeps anything."""
        if self.known and self.request.is_kept:
            self.known.save()


def open_desk(request: Request) -> Desk:
    """Return a desk where all sites of a request may have to be built.

    What is kept from earlier builds is believed even where nothing new is to be kept: a few sites
    on another day would otherwise take the place of what is known of all.
    """
    free_cycles()  # those of the desk before, if there was one
    for read in (rule_texts, enforced_rules):  # what is remembered of files of the standard
        read.cache_clear()
    register = load_register(request.root)
    divisions = {one.code: one for one in plan(request, register)}
    built = frozenset(divisions) | standing(request.output, register)
    grounds = digest_of_build(request.root, request.config)
    known = known_by(request, grounds, built)
    compiled = known.compiled if known else None
    start = Start(request.root, request.config, request.as_of, built, compiled)
    desk = Desk(
        request,
        register,
        divisions,
        Crew(start, Machine(1)),
        kept_corrections(request.root, request.secret),
        known,
        stale=list(divisions),
    )
    share_theme(request.output, desk.known)  # without it the first page would look bare
    desk.survey(related(divisions.values(), register))
    return desk
