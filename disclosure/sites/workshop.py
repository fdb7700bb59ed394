"""Where the work is done, by name: `local`, the processes of this machine, or `dask://host:8786`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, contextmanager
from multiprocessing import get_context
from pathlib import Path
from threading import active_count
from typing import Protocol

from msgspec import Struct

from disclosure.problem import Code, DisclosureError
from disclosure.sites.cluster import Cluster
from disclosure.sites.force import Force
from disclosure.sites.workers import Start, terms_of, warm_up

LOCAL = "local"
DASK = re.compile(r"dask://(?P<place>[\w.-]+:\d{1,5}|\[[0-9a-fA-F:.]+\]:\d{1,5})", re.ASCII)
EXECUTOR_UNKNOWN = Code(
    "executor-unknown",
    zh="不知道在哪里生成：“{value}”",
    en="{value!r} names no place to build at",
    hint_zh="应为 local（本机），或 dask://主机:端口（Dask 集群），如 dask://10.0.0.5:8786",
    hint_en="type local for this machine, or dask://host:port for a Dask cluster",
)


class Workshop(Protocol):
    """Where work is done; `is_worthwhile` tells whether anybody works there beside the program."""

    @property
    def is_worthwhile(self) -> bool: ...

    def open(self, start: Start) -> AbstractContextManager[Force]:
        """Yield those who work there, each made ready for what a runner is made of."""

    def smaller(self) -> Workshop | None:
        """Return where to go on when workers were lost; None = nowhere."""


class Machine(Struct, frozen=True):
    """Some processes of this machine."""

    workers: int

    @property
    def is_worthwhile(self) -> bool:
        return self.workers > 1

    @contextmanager
    def open(self, start: Start) -> Iterator[Force]:
        terms = terms_of(start)
        context = get_context(way_to_begin())
        with ProcessPoolExecutor(self.workers, context, warm_up, (terms,)) as pool:
            yield Force(pool, self.workers, terms, (BrokenProcessPool,))

    def smaller(self) -> Machine | None:
        """Return half of it: a process that is lost has most likely run out of memory."""
        return Machine(self.workers // 2) if self.workers > 1 else None


def way_to_begin() -> str:
    """Return how a process begins: as this one is, with its runner, where nothing else runs here.

    Beside threads it might begin with a lock that nobody opens again; macOS has some of its own.
    """
    return "fork" if sys.platform == "linux" and active_count() == 1 else "spawn"


def find_workshop(name: str, jobs: int, output: Path) -> Workshop:
    """Return the place of a name; `jobs` are the processes of this machine."""
    found = DASK.fullmatch(name)
    if found:
        return Cluster(found["place"], output)
    if name != LOCAL:
        raise DisclosureError(EXECUTOR_UNKNOWN.at("", value=name))
    return Machine(jobs)
