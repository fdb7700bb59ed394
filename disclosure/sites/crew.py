"""Whoever does the work of a build: this process, and others where there is much of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import ExitStack, contextmanager, suppress
from functools import cached_property
from typing import TYPE_CHECKING

from disclosure.division import Division
from disclosure.problem import Code
from disclosure.sites.force import Force
from disclosure.sites.job import Job, Outcome
from disclosure.sites.survey import Surveyed
from disclosure.sites.workers import (
    Done,
    Start,
    Task,
    build_one,
    dismiss_runner,
    runner_for,
    survey_one,
    terms_of,
)
from disclosure.sites.workshop import Workshop

if TYPE_CHECKING:
    from disclosure.sites.runner import Runner

WORKER_LOST = Code(
    "worker-lost",
    zh="{name}的网站没有生成：工作进程意外退出，重做也没有成功",
    en="the site of {name} was not built: a worker process ended unexpectedly, again and again",
    hint_zh="多半是内存不足；请用 --jobs 减少进程数，或给集群的工作进程更多内存，再重新生成",
    hint_en="most likely memory ran out; build with fewer --jobs, or give the workers more of it",
)
FEW = 4  # tasks that this process has done before others would have been made ready


class Crew:
    """This process, and a force beside it that is made ready when there is much to do.

    What a lost worker owed is done again by those that are left; nothing of it shows in a site.
    """

    def __init__(self, start: Start, workshop: Workshop) -> None:
        self.start = start
        self.workshop = workshop
        self.force: Force | None = None
        self.end = ExitStack()

    @cached_property
    def runner(self) -> Runner:
        """The runner of this process; processes that are forked from it begin with the same."""
        return runner_for(terms_of(self.start))

    def survey(self, divisions: Sequence[Division]) -> Iterator[Surveyed]:
        """Yield what the sites around may know of each division that could be read, in order."""
        with suppress(BrokenExecutor):  # each division then says so when it is to be built
            yield from filter(None, self.map(survey_one, divisions))

    def build(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """Yield the outcomes in the order of the jobs."""
        done = 0
        try:
            for outcome in self.map(build_one, jobs):
                done += 1
                yield outcome
        except BrokenExecutor:
            for job in jobs[done:]:
                lost = WORKER_LOST.at(job.division.folder, name=job.division.name)
                yield Outcome(job.division, (lost,), 0, is_built=False)

    def map(self, work: Callable[[Runner, Task], Done], tasks: Sequence[Task]) -> Iterator[Done]:
        """Yield what comes of each task, in their order; raise BrokenExecutor when all is lost."""
        force = self.force_for(len(tasks))
        if force is None:
            yield from (work(self.runner, task) for task in tasks)
            return
        done = 0
        while done < len(tasks):
            try:
                for one in force.map(work, tasks[done:]):
                    done += 1
                    yield one
            except force.lost as error:
                force = self.replace_lost(error)

    def force_for(self, tasks: int) -> Force | None:
        """Return who does some tasks; None = so few that this process does them."""
        if self.force is None and self.workshop.is_worthwhile and tasks > FEW:
            _ = self.runner  # what stops it stops the build, once, before any other is made
            self.force = self.end.enter_context(self.workshop.open(self.start))
        return self.force if tasks > 1 else None

    def renew(self) -> None:
        """Let others do what comes next: those who have worked hold what their work needed."""
        self.end.close()
        self.force = None

    def replace_lost(self, error: Exception) -> Force:
        """Return who goes on; raise BrokenExecutor where nobody is left."""
        smaller = self.workshop.smaller()
        if smaller is None:
            raise BrokenExecutor from error
        self.renew()  # no process of the old force may be at work beside the new one
        self.workshop = smaller
        self.force = self.end.enter_context(smaller.open(self.start))
        return self.force


@contextmanager
def hire(start: Start, workshop: Workshop) -> Iterator[Crew]:
    """Yield a crew; it is dismissed when the block ends."""
    crew = Crew(start, workshop)
    try:
        with crew.end:
            yield crew
    finally:
        dismiss_runner()
