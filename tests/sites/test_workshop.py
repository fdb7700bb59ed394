"""Where a build is done, by name."""

from __future__ import annotations

from pathlib import Path
from threading import Event, Thread

import pytest

from disclosure.problem import DisclosureError
from disclosure.sites import cluster
from disclosure.sites.cluster import Cluster
from disclosure.sites.force import BATCH, ROUNDS, batches
from disclosure.sites.workers import Start
from disclosure.sites.workshop import Machine, find_workshop, way_to_begin
from tests.sites.trees import DAY, SMALL


def test_local_is_this_machine() -> None:
    assert find_workshop("local", 3, Path("output")) == Machine(3)


@pytest.mark.parametrize("place", ["10.0.0.5:8786", "node-1.local:8786", "[fd00::5]:8786"])
def test_cluster_is_named_by_host_and_port(place: str) -> None:
    assert find_workshop(f"dask://{place}", 3, Path("output")) == Cluster(place, Path("output"))


@pytest.mark.parametrize(
    "name",
    ["", "dask", "dask://", "dask://host", "dask://host:x", "tcp://host:8786", "dask://a b:1"],
)
def test_what_names_no_place_is_refused(name: str) -> None:
    with pytest.raises(DisclosureError) as caught:
        find_workshop(name, 3, Path("output"))

    (problem,) = caught.value.problems
    assert problem.code == "executor-unknown"
    assert "dask://10.0.0.5:8786" in problem.hint_zh


def test_half_the_processes_go_on_where_one_was_lost() -> None:
    assert Machine(5).smaller() == Machine(2)
    assert Machine(1).smaller() is None


def test_cluster_without_its_library_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster, "find_spec", lambda _: None)
    start = Start(SMALL, SMALL / "pelicanconf.py", DAY, frozenset())

    with pytest.raises(DisclosureError) as caught:
        Cluster("127.0.0.1:8786", tmp_path).open(start).__enter__()

    (problem,) = caught.value.problems
    assert problem.code == "cluster-not-installed"
    assert 'pip install ".[cluster]"' in problem.hint_zh


def test_batches_keep_the_order_and_end_with_single_tasks() -> None:
    tasks = list(range(370))

    dealt = [*batches(tasks, 2)]

    assert [task for batch in dealt for task in batch] == tasks
    sizes = [len(batch) for batch in dealt]
    assert sizes[0] == BATCH
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-2 * ROUNDS :] == [1] * 2 * ROUNDS


def test_no_process_is_forked_beside_a_thread() -> None:
    end = Event()
    beside = Thread(target=end.wait)
    beside.start()
    try:
        assert way_to_begin() == "spawn"
    finally:
        end.set()
        beside.join()
