"""Those who work beside the program: any executor of `concurrent.futures`, asked in batches."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec import Struct

from disclosure.sites.workers import Done, Task, Terms, do_batch

if TYPE_CHECKING:
    from disclosure.sites.runner import Runner

BATCH = 16  # pieces of work that travel together: thousands of sites are hundreds of messages
ROUNDS = 4  # batches for each worker in what is left: none waits long for the others


class Force(Struct, frozen=True):
    """An executor, how many work in it, and what it raises where some of them are lost for good."""

    executor: Executor
    workers: int
    terms: Terms
    lost: tuple[type[Exception], ...]

    def map(self, work: Callable[[Runner, Task], Done], tasks: Sequence[Task]) -> Iterator[Done]:
        """Yield what comes of each task, in their order; what nobody waits for is called off."""
        with interruption_held():  # a process inherits it; the program alone answers Ctrl+C
            asked = [
                self.executor.submit(do_batch, self.terms, work, batch)
                for batch in batches(tasks, self.workers)
            ]
        asked.reverse()
        try:
            while asked:
                yield from asked.pop().result()
        finally:
            for future in asked:
                future.cancel()


def batches(tasks: Sequence[Task], workers: int) -> Iterator[Sequence[Task]]:
    """Yield the tasks in their order, in batches that grow smaller towards the end."""
    done = 0
    while done < len(tasks):
        size = max(1, min(BATCH, (len(tasks) - done) // workers // ROUNDS))
        yield tasks[done : done + size]
        done += size


@contextmanager
def interruption_held() -> Iterator[None]:
    """Let an interruption wait until the block has ended."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
