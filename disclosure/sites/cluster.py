"""A Dask cluster as a place to work: machines that see the same root and the same output."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import CancelledError, Executor
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from disclosure.problem import Code, DisclosureError
from disclosure.sites.force import Force
from disclosure.sites.shared import code_loaded, share
from disclosure.sites.workers import Start, terms_of

if TYPE_CHECKING:
    from distributed import Client

CLUSTER_MISSING = Code(
    "cluster-not-installed",
    zh="没有安装连接 Dask 集群所用的 distributed",
    en="distributed, by which a Dask cluster is reached, is not installed",
    hint_zh='请运行 pip install ".[cluster]"，或用 --executor local 在本机生成',
    hint_en='run pip install ".[cluster]", or build on this machine with --executor local',
)
CLUSTER_UNREACHABLE = Code(
    "cluster-unreachable",
    zh="Dask 集群 {value} 用不上：它{reason_zh}",
    en="the Dask cluster {value} {reason_en}",
    hint_zh="请按 docs/scale.md 启动调度器和工作进程，或用 --executor local 在本机生成",
    hint_en="start scheduler and workers as docs/scale.md says, or use --executor local",
)
PATIENCE = 30  # seconds for a scheduler to answer, and for the first worker to be there


class Cluster(Struct, frozen=True):
    """The scheduler at `place`, host and port. Its workers write into `output` themselves."""

    place: str
    output: Path

    @property
    def is_worthwhile(self) -> bool:
        return True

    @contextmanager
    def open(self, start: Start) -> Iterator[Force]:
        start = start._replace(compiled=None)  # programs, sealed for this machine alone
        with (
            connect(self.place) as client,
            share(start.root, start.config, self.output) as shared,
            client.get_executor(pure=False) as executor,  # pure: a second build would do nothing
        ):
            require_program(self.place, client, executor)
            workers = sum(client.nthreads().values())
            yield Force(executor, max(1, workers), terms_of(start, shared), losses())

    def smaller(self) -> None:
        """Return nowhere: Dask has tried each piece of work again, on other workers."""


@contextmanager
def connect(place: str) -> Iterator[Client]:
    """Yield the client of a cluster that has a worker."""
    if not find_spec("distributed"):
        raise DisclosureError(CLUSTER_MISSING.at(""))
    from distributed import Client

    try:
        client = Client(f"tcp://{place}", timeout=PATIENCE, set_as_default=False)
    except OSError:
        raise unreachable(place, "连接不上", "cannot be reached") from None
    with client:
        try:
            client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError:
            raise unreachable(place, "没有工作进程", "has no workers") from None
        yield client


def require_program(place: str, client: Client, executor: Executor) -> None:
    """Raise where the program is not installed for the scheduler or for a worker."""
    try:
        executor.submit(code_loaded).result(PATIENCE)
        client.run(code_loaded)
    except TimeoutError:  # a worker that cannot read what it is asked ends without a word
        zh = "的工作进程不能运行本程序，详见它们的日志"
        raise unreachable(place, zh, "has workers that cannot run the program") from None
    except Exception as error:  # noqa: BLE001 - whatever they raise who cannot import it
        reason = str(error.__cause__ or error)
        zh = f"不能运行本程序：{reason}"
        raise unreachable(place, zh, f"cannot run the program: {reason}") from None


def losses() -> tuple[type[Exception], ...]:
    """Return what is raised when a piece of work has cost too many workers, or all are gone."""
    from distributed import KilledWorker
    from distributed.comm import CommClosedError

    return KilledWorker, CommClosedError, CancelledError


def unreachable(place: str, reason_zh: str, reason_en: str) -> DisclosureError:
    """Return why there is nobody to work; it is what was typed that is wrong."""
    return DisclosureError(
        CLUSTER_UNREACHABLE.at("", value=place, reason_zh=reason_zh, reason_en=reason_en)
    )
