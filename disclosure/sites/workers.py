"""Warm worker processes: each imports Pelican once and builds one division after another."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from datetime import date
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from disclosure.problem import Code
from disclosure.sites.job import Job, Outcome

if TYPE_CHECKING:
    from disclosure.sites.runner import Runner

WORKER_LOST = Code(
    "worker-lost",
    zh="{name}的网站没有生成：工作进程意外退出",
    en="the site of {name} was not built: a worker process ended unexpectedly",
    hint_zh="多半是内存不足；请用 --jobs 减少进程数后重新生成",
    hint_en="most likely memory ran out; build again with fewer --jobs",
)
Start = tuple[Path, Path, date, frozenset[str]]  # what a runner is made of


def run_workers(start: Start, jobs: list[Job], workers: int) -> Iterator[Outcome]:
    """Yield the outcomes in the order of the jobs, from warm worker processes."""
    size = max(1, min(16, len(jobs) // workers // 4))
    done = 0
    with ProcessPoolExecutor(workers, get_context("spawn"), warm_up, start) as pool:
        with interruption_held():  # a process inherits it; the program alone answers Ctrl+C
            outcomes = pool.map(build_in_worker, jobs, chunksize=size)
        try:
            for outcome in outcomes:
                done += 1
                yield outcome
        except BrokenProcessPool:
            for job in jobs[done:]:
                lost = WORKER_LOST.at(job.division.folder, name=job.division.name)
                yield Outcome(job.division, (lost,), 0, is_built=False)


@contextmanager
def interruption_held() -> Iterator[None]:
    """Let an interruption wait until the block has ended."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def make_runner(root: Path, config: Path, as_of: date, built: frozenset[str]) -> Runner:
    """Return a runner for this process; Pelican is imported only now."""
    from disclosure.sites.runner import Runner

    return Runner(root, config, as_of, built)


WORKER: list[Runner] = []  # the one runner of a worker process; empty in any other


def warm_up(root: Path, config: Path, as_of: date, built: frozenset[str]) -> None:
    """Prepare a worker process once for all its jobs; it ends with the program that made it."""
    Thread(target=end_with_parent, daemon=True).start()
    WORKER.append(make_runner(root, config, as_of, built))


def end_with_parent() -> None:
    """Wait for the program to end, however it ends: no worker may write after it."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)


def build_in_worker(job: Job) -> Outcome:
    """Build one division in a prepared worker process."""
    return WORKER[0].build(job)
