"""What is known from the builds before, and may be believed: `.build/surveys/`, `.build/sites-*/`.

A site is left as it stands where everything it was made of is the same and its folder is the very
one that was put there then. Whatever is not known for certain is made again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from msgspec.structs import replace

from disclosure.division import Division, Register
from disclosure.entry import find_astray, find_folders
from disclosure.kept.basis import Basis
from disclosure.kept.lines import Kept
from disclosure.kept.looks import Looks, open_looks
from disclosure.kept.said import digest, stands_at
from disclosure.kept.store import open_store
from disclosure.problem import Problem
from disclosure.sealed import open_sealed
from disclosure.search.state import State
from disclosure.sites.job import Job, Outcome
from disclosure.sites.kept.compiled import Compiled
from disclosure.sites.kept.outputs import forget_outputs, open_sites
from disclosure.sites.kept.record import (
    Record,
    commit_of,
    inputs_of,
    read_record,
    write_record,
)
from disclosure.sites.kept.surveys import Surveys, read_basis, write_basis, write_survey
from disclosure.sites.survey import Surveyed

SURVEYS, BASES, TEMPLATES = "surveys", "bases", "templates"
# These stand where a code does: in the line on what all sites were made of, and in the line that
# says for which commit it is known that nothing lay astray.
TOLD, NOTHING_ASTRAY = "told", "nothing-astray"
NO_BASIS = Basis("", {}, {})
Surveying = Callable[[Sequence[Division]], Iterator[Surveyed]]


class Known:
    """What is known when a build begins, and what it adds.

    The `bases` are what the surveys rest on; they are kept on the grounds of these very surveys.
    """

    def __init__(
        self,
        output: Path,
        looks: Looks,
        surveys: Kept,
        bases: Kept,
        sites: Kept,
        compiled: Compiled | None,
    ) -> None:
        self.output = output
        self.looks = looks
        self.surveys = surveys
        self.bases = bases
        self.sites = sites
        self.compiled = compiled
        self.told_anew: set[str] = set()
        # What the system says of the folders of sites that stand, as far as it was asked by now.
        self.stood: dict[str, str] = {}
        # Whatever changes from here on changes this; only a build of everything says it again.
        line = sites.lines.pop(TOLD, None)
        self.settled = read_record(line).inputs if line else ""

    def astray(self, register: Register) -> tuple[Problem, ...]:
        """Return what lies in the content and belongs to no division.

        Where nothing did, and git tells what has changed since, only there is looked.
        """
        root, changed = self.looks.root, self.looks.changed_in_git
        divisions = register.division_by_code
        if (
            changed is not None
            and changed <= divisions.keys()
            and self.holds(NOTHING_ASTRAY, self.looks.before)
        ):
            found = find_astray(root, register, map(divisions.__getitem__, changed))
        else:
            found = find_folders(root, register)[1]
        self.made(NOTHING_ASTRAY, None if found else self.looks.vouched or None)
        return found

    def survey(self, divisions: Sequence[Division], surveying: Surveying) -> Surveys:
        """Return the surveys of some divisions, asking only for those that are not known."""
        known = Surveys()
        asked = []
        for one in divisions:
            line = self.surveyed(one.code)
            if line:
                known.put(one.code, line)
            else:
                asked.append(one)
        for surveyed in surveying(asked):
            code = surveyed.survey.division
            known.put(code, surveyed.survey)
            line = write_survey(surveyed.survey)
            if self.surveys.lines.get(code) != line:
                self.told_anew.add(code)
            self.surveys.put(code, line)
            basis = self.looks.basis(code, surveyed.witness)
            if basis:
                self.bases.put(code, write_basis(code, basis))
            else:
                self.bases.drop(code)
        for code in {one.code for one in divisions} - known.keys():
            self.told_anew.add(code)
            self.surveys.drop(code)
        return known

    def surveyed(self, code: str) -> bytes | None:
        """Return the line of a division's survey, where nothing it rests on has changed."""
        line, basis = self.surveys.lines.get(code), self.bases.lines.get(code)
        if line is None or basis is None:
            self.looks.of(code)  # before it is read
            return None
        return line if self.looks.holds(code, read_basis(basis)) else None

    def stands(self, division: Division, job: Job | None, commit: str) -> Outcome | None:
        """Return what came of a site before, where building it would come to the same again.

        `commit` is the newest of its content. Without a job only these two are looked at: all else
        it would be given is the same.
        """
        code = division.code
        line = self.sites.lines.get(code)
        record = read_record(line) if line else None
        if (
            record
            and record.stands == stands_at(f"{self.output}/{code}")
            and record.commit == commit
            and (job is None or record.inputs == inputs_of(job))
            and self.looks.holds(code, record.basis)
        ):
            self.stood[code] = record.stands
            return Outcome(division, (), record.pages, is_built=True)
        self.sites.drop(code)
        self.stood.pop(code, None)
        return None

    def is_settled(self, corrections: str) -> bool:
        """Tell whether all sites were made of what divisions told before this build.

        `corrections` is the digest of what they were given beside it. What some tell by now is
        `told_anew`.
        """
        return self.settled == f"{self.surveys.signature} {corrections}"

    def settle(self, corrections: str) -> None:
        """Keep that all sites are made of what divisions tell by now."""
        self.save_surveys()
        self.made(TOLD, f"{self.surveys.signature} {corrections}")

    def built(self, job: Job, outcome: Outcome) -> None:
        """Keep what came of a job, unless something changed meanwhile."""
        code = job.division.code
        basis = self.looks.basis(code, outcome.witness) if outcome.witness else None
        if basis:
            stands = self.stood[code] = stands_at(f"{self.output}/{code}")
            commit = commit_of(job.corrections, job.division)
            record = Record(code, inputs_of(job), basis, stands, outcome.pages, commit)
            self.sites.put(code, write_record(record))

    def holds(self, name: str, inputs: str | None, *paths: Path) -> bool:
        """Tell whether what sites share stands as it was made, of the same."""
        line = self.sites.lines.get(name)
        record = read_record(line) if line else None
        if record is None or inputs is None or record.inputs != inputs:
            return False
        stands = [stands_at(path) for path in paths]
        return all(stands) and record.stands == "\n".join(stands)

    def made(self, name: str, inputs: str | None, *paths: Path) -> None:
        """Keep what sites share was made of, and where it stands; None = that is not known."""
        if inputs is None:
            self.sites.drop(name)
            return
        stands = "\n".join(map(stands_at, paths))
        self.sites.put(name, write_record(Record(name, inputs, NO_BASIS, stands, 0)))

    def unmake(self, names: Iterable[str]) -> None:
        """Believe nothing of some of it from now on, even if this build never ends."""
        for name in names:
            self.sites.drop(name)
        self.sites.save()

    def digest_of(self, codes: Iterable[str]) -> str | None:
        """Return the digest of what is known of some sites; each that is put in place changes it.

        None where nothing is known of one of them.
        """
        lines = [self.sites.lines.get(code) for code in codes]
        known = [line for line in lines if line]
        return digest(b"\n".join(known)) if len(known) == len(lines) else None

    def look_again(self, codes: Iterable[str]) -> None:
        """Let the folders of some divisions be looked at anew when they are asked for next."""
        self.looks.look_anew(codes)

    def forget(self) -> None:
        """Believe nothing."""
        self.looks.forget()
        self.settled = ""
        for kept in (self.surveys, self.bases, self.sites):
            kept.lines.clear()

    def save(self) -> None:
        """Keep everything for the next build."""
        self.looks.save()
        self.save_surveys()
        self.sites.save()

    def save_surveys(self) -> None:
        """Keep the surveys, and then what these rest on."""
        self.surveys.save()
        self.bases.ground(grounds_of(self.surveys))
        self.bases.save()


def open_known(
    root: Path,
    output: Path,
    grounds: str | None,
    day: date,
    built: Iterable[str],
    secret: bytes = b"",
    *,
    is_vouched: bool = False,
) -> Known | None:
    """Return what is known of a root and an output; None where nothing can be kept.

    `grounds` is the digest of what all sites rest on, None where that cannot be told; `is_vouched`
    says that the content is that of the newest commit.
    """
    looks = open_looks(root, is_vouched=is_vouched)
    if looks is None or grounds is None:
        return None
    surveys = open_store(root, SURVEYS, secret)
    sites = open_sites(root, output, secret)
    if surveys is None or sites is None:
        return None
    forget_outputs(root, sites.folder)
    told = f"{grounds} {day}"
    links = digest("\n".join(sorted(built)).encode())  # which divisions have a site to lead to
    sealed = open_sealed(root, TEMPLATES)
    compiled = Compiled(State(sealed.folder, sealed.key), grounds) if sealed else None
    telling = Kept(surveys, told)
    bases = Kept(replace(surveys, file=BASES), grounds_of(telling))
    return Known(output, looks, telling, bases, Kept(sites, f"{told} {links}"), compiled)


def grounds_of(surveys: Kept) -> str:
    """Return the grounds for what surveys rest on: others would be believed for other content."""
    return f"{surveys.grounds} {surveys.signature}"
