"""What goes on in a worker process: it imports Pelican once and does one batch after another.

The process may be one of this machine or one of a cluster, which serves many builds.
"""

from __future__ import annotations

import gc
import os
import pickle
import zlib
from collections.abc import Callable, Sequence
from datetime import date
from multiprocessing import parent_process
from pathlib import Path
from threading import Lock, Thread
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from msgspec import Struct

from disclosure.cycles import free_cycles, seek_cycles_rarely
from disclosure.division import Division
from disclosure.sites.job import Job, Outcome
from disclosure.sites.kept.compiled import Compiled
from disclosure.sites.shared import Shared
from disclosure.sites.survey import Surveyed

if TYPE_CHECKING:
    from disclosure.sites.runner import Runner

Task = TypeVar("Task")
Done = TypeVar("Done")


class Start(NamedTuple):
    """What a runner is made of."""

    root: Path
    config: Path
    as_of: date
    built: frozenset[str]
    compiled: Compiled | None = None


class Terms(Struct, frozen=True):
    """What goes with every batch: what a runner is made of, packed, so that it can be compared.

    `shared` is what a worker on another machine must see as the program sees it.
    """

    start: bytes
    shared: Shared | None = None


WORKER: dict[Terms, Runner] = {}  # the one runner of this process, while a build needs it
AT_WORK = Lock()  # Pelican keeps state in the process: one site at a time


def terms_of(start: Start, shared: Shared | None = None) -> Terms:
    """Return the terms for what a runner is made of."""
    return Terms(zlib.compress(pickle.dumps(start)), shared)


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

    seek_cycles_rarely()
    runner = Runner(*start)
    gc.freeze()
    return runner


def runner_for(terms: Terms) -> Runner:
    """Return the runner of this process, which is kept for as long as the terms are the same."""
    if terms not in WORKER:
        if WORKER:
            WORKER.clear()
            free_cycles()  # those that the one before has left
        if terms.shared:
            terms.shared.require_same()
        start: Start = pickle.loads(zlib.decompress(terms.start))  # noqa: S301 - from the program
        WORKER[terms] = make_runner(start)
    return WORKER[terms]


def dismiss_runner() -> None:
    """Forget the runner of this process: the next build may find other settings and registers."""
    WORKER.clear()
    gc.unfreeze()  # nothing is looked for: most often the program ends


def do_batch(
    terms: Terms, work: Callable[[Runner, Task], Done], tasks: Sequence[Task]
) -> list[Done]:
    """Do some pieces of work, one after the other, while the build that asks for them lasts."""
    done = []
    with AT_WORK:
        runner = runner_for(terms)
        for task in tasks:
            if terms.shared:
                terms.shared.require_going_on()
            done.append(work(runner, task))
    return done


def warm_up(terms: Terms) -> None:
    """Prepare a process of this machine before its first batch; it ends with the program."""
    runner_for(terms)  # before there is another thread, see `lean.py`
    Thread(target=end_with_parent, daemon=True).start()


def end_with_parent() -> None:
    """Wait for the program to end, however it ends: no worker may write after it."""
    parent = parent_process()
    if parent:
        parent.join()
        os._exit(1)
