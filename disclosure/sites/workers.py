"""Warm worker processes: each imports Pelican once and looks at one division after another."""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager, suppress
from datetime import date
from functools import cached_property, partial
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from disclosure.division import Division
from disclosure.problem import Code
from disclosure.sites.job import Job, Outcome
from disclosure.sites.kept.compiled import Compiled
from disclosure.sites.survey import Surveyed

if TYPE_CHECKING:
    from disclosure.sites.runner import Runner

WORKER_LOST = Code(
    "worker-lost",
    zh="{name}的网站没有生成：工作进程意外退出",
    en="the site of {name} was not built: a worker process ended unexpectedly",
    hint_zh="多半是内存不足；请用 --jobs 减少进程数后重新生成",
    hint_en="most likely memory ran out; build again with fewer --jobs",
)
Task = TypeVar("Task")
Done = TypeVar("Done")


class Start(NamedTuple):
    """What a runner is made of."""

    root: Path
    config: Path
    as_of: date
    built: frozenset[str]
    compiled: Compiled | None = None


FEW = 4  # tasks that this process has done before others would have been made ready


class Crew:
    """Whoever does the work, made ready when there is any: this process, and others for much of it.

    `end` is called with what has to be ended when the work is done.
    """

    def __init__(self, start: Start, workers: int, end: ExitStack) -> None:
        self.start = start
        self.workers = workers
        self.end = end
        self.pool: ProcessPoolExecutor | None = None

    @cached_property
    def runner(self) -> Runner:
        """The runner of this process."""
        return make_runner(self.start)

    def survey(self, divisions: Sequence[Division]) -> Iterator[Surveyed]:
        """Yield what the sites around may know of each division that could be read, in order."""
        with suppress(BrokenProcessPool):  # each division then says so when it is to be built
            yield from filter(None, self.map(survey_one, divisions))

    def build(self, jobs: Sequence[Job]) -> Iterator[Outcome]:
        """Yield the outcomes in the order of the jobs."""
        done = 0
        try:
            for outcome in self.map(build_one, jobs):
                done += 1
                yield outcome
        except BrokenProcessPool:
            for job in jobs[done:]:
                lost = WORKER_LOST.at(job.division.folder, name=job.division.name)
                yield Outcome(job.division, (lost,), 0, is_built=False)

    def map(self, work: Callable[[Runner, Task], Done], tasks: Sequence[Task]) -> Iterator[Done]:
        """Yield what comes of each task, in their order."""
        pool = self.pool_for(len(tasks))
        if pool is None:
            yield from (work(self.runner, task) for task in tasks)
            return
        size = max(1, min(16, len(tasks) // self.workers // 4))
        with interruption_held():  # a process inherits it; the program alone answers Ctrl+C
            done = pool.map(partial(in_worker, work), tasks, chunksize=size)
        yield from done

    def pool_for(self, tasks: int) -> ProcessPoolExecutor | None:
        """Return the processes for some tasks; None = so few that this one does them."""
        if self.pool is None and self.workers > 1 and tasks > FEW:
            _ = self.runner  # what stops it stops the build, once, before any other is made
            pool = ProcessPoolExecutor(self.workers, get_context("spawn"), warm_up, self.start)
            self.pool = self.end.enter_context(pool)
        return self.pool if tasks > 1 else None


@contextmanager
def hire(start: Start, workers: int) -> Iterator[Crew]:
    """Yield a crew of some processes at most."""
    with ExitStack() as end:
        yield Crew(start, workers, end)


@contextmanager
def interruption_held() -> Iterator[None]:
    """Let an interruption wait until the block has ended."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


WORKER: list[Runner] = []  # the one runner of a worker process; empty in any other


def survey_one(runner: Runner, division: Division) -> Surveyed | None:
    """Survey a division."""
    return runner.survey(division)


def build_one(runner: Runner, job: Job) -> Outcome:
    """Build a division's site."""
    return runner.build(job)


def make_runner(start: Start) -> Runner:
    """Return a runner for this process; Pelican is imported only now.

    What stands by then stays for good: Python no longer looks for cycles in it, and less often in
    what comes and goes with each site, which would cost a tenth of a build.
    """
    from disclosure.sites.runner import Runner

    runner = Runner(*start)
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)
    return runner


def warm_up(*start: Any) -> None:
    """Prepare a worker process once for all its jobs; it ends with the program that made it."""
    Thread(target=end_with_parent, daemon=True).start()
    WORKER.append(make_runner(Start(*start)))


def end_with_parent() -> None:
    """Wait for the program to end, however it ends: no worker may write after it."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def in_worker(work: Callable[[Runner, Task], Done], task: Task) -> Done:
    """Do a piece of work in a prepared worker process."""
    return work(WORKER[0], task)
