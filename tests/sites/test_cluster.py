"""A real Dask cluster of two workers: the same bytes, whoever is lost on the way."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from msgspec.structs import replace

from disclosure.problem import DisclosureError
from disclosure.sites import cluster as cluster_module
from disclosure.sites.build import Built, Request, build_sites
from tests.sites.trees import DAY, SMALL, build, content_of, copy_small

distributed = pytest.importorskip("distributed", reason='pip install ".[cluster]"')
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def cluster() -> Iterator[distributed.LocalCluster]:
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address=":0", memory_limit=0
    ) as cluster:
        yield cluster


def address_of(cluster: distributed.LocalCluster) -> str:
    return cluster.scheduler_address.replace("tcp://", "dask://")


def build_there(cluster: distributed.LocalCluster, root: Path, output: Path) -> Built:
    return build_sites(Request(root, output, DAY, executor=address_of(cluster)))


def test_two_workers_of_a_cluster_give_the_same_bytes_as_one_process(
    cluster: distributed.LocalCluster, tmp_path: Path
) -> None:
    build(SMALL, tmp_path / "one")

    built = build_there(cluster, SMALL, tmp_path / "two")

    assert built.problems == ()
    assert content_of(tmp_path / "two") == content_of(tmp_path / "one")


def test_worker_that_serves_a_second_build_sees_what_has_changed(
    cluster: distributed.LocalCluster, tmp_path: Path
) -> None:
    root = copy_small(tmp_path)
    build_there(cluster, root, tmp_path / "two")
    canal = root / "content/9901/990101/990101100/articles/canal-repaired.md"
    canal.write_text(canal.read_text("utf-8").replace("一千二百米", "一千三百米"), "utf-8")
    register = root / "catalogue" / "divisions.csv"
    register.write_text(register.read_text("utf-8").replace("甲村", "甲子村"), "utf-8")

    build_there(cluster, root, tmp_path / "two")

    build(root, tmp_path / "one")
    assert content_of(tmp_path / "two") == content_of(tmp_path / "one")


def test_worker_killed_half_way_changes_nothing(
    cluster: distributed.LocalCluster, tmp_path: Path
) -> None:
    build(SMALL, tmp_path / "one")
    output = tmp_path / "two"
    killed = list[int]()

    def kill_when_the_first_site_stands() -> None:
        with distributed.Client(cluster, set_as_default=False) as client:
            process = min(client.run(os.getpid).values())
            while not any(output.glob("*/index.html")):
                time.sleep(0.005)
            os.kill(process, signal.SIGKILL)
            killed.append(process)

    killer = Thread(target=kill_when_the_first_site_stands)
    killer.start()
    built = build_there(cluster, SMALL, output)
    killer.join()

    assert killed
    assert built.problems == ()
    assert content_of(output) == content_of(tmp_path / "one")


def test_worker_with_other_settings_is_refused_by_the_name_of_its_machine(
    cluster: distributed.LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCLOSURE_PUBLIC_URL", "https://www.example.gov.cn/gk/")
    request = Request(SMALL, tmp_path, DAY, executor=address_of(cluster))
    config = request.config.with_name("publishconf.py")

    with pytest.raises(DisclosureError) as caught:
        build_sites(replace(request, config=config))

    (problem,) = caught.value.problems
    assert problem.code == "worker-differs"
    assert problem.file == os.uname().nodename
    assert "环境变量" in problem.hint_zh


def test_scheduler_that_does_not_answer_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cluster_module, "PATIENCE", 1)

    with pytest.raises(DisclosureError) as caught:
        build_sites(Request(SMALL, tmp_path, DAY, executor="dask://127.0.0.1:9"))

    (problem,) = caught.value.problems
    assert problem.code == "cluster-unreachable"
    assert "127.0.0.1:9" in problem.message_zh
    assert content_of(tmp_path) == {}


def test_cluster_without_workers_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cluster_module, "PATIENCE", 1)

    with (
        distributed.LocalCluster(n_workers=0, dashboard_address=":0") as empty,
        pytest.raises(DisclosureError) as caught,
    ):
        build_there(empty, SMALL, tmp_path)

    (problem,) = caught.value.problems
    assert "没有工作进程" in problem.message_zh


def test_cluster_that_has_not_the_program_is_named(
    cluster: distributed.LocalCluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def load() -> str:
        raise ModuleNotFoundError("No module named 'disclosure'")

    monkeypatch.setattr(cluster_module, "code_loaded", load)

    with pytest.raises(DisclosureError) as caught:
        build_there(cluster, SMALL, tmp_path)

    (problem,) = caught.value.problems
    assert problem.code == "cluster-unreachable"
    assert "不能运行本程序：No module named 'disclosure'" in problem.message_zh
