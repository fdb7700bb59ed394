"""Worker processes: they end with the program, and one that is lost costs its sites only."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import subprocess
import sys
import time
from multiprocessing import active_children
from pathlib import Path
from threading import Thread

import pytest

from disclosure.catalogue import PRODUCT
from disclosure.division import Division, load_register
from disclosure.sites.crew import hire
from disclosure.sites.files import SiteFiles
from disclosure.sites.job import Job
from disclosure.sites.runner import Runner
from disclosure.sites.workers import Start, dismiss_runner, end_with_parent, make_runner
from disclosure.sites.workshop import Machine
from tests.sites.trees import DAY, SMALL, build, content_of

pytestmark = pytest.mark.slow


def root_beside(output: Path) -> Path:
    """Return a root of its own for a build: the program keeps state there."""
    root = output.with_name(output.name + "-root")
    if not root.exists():
        shutil.copytree(SMALL, root)
    return root


def start_build(output: Path) -> subprocess.Popen[bytes]:
    """Start the program itself with two workers, in a process group of its own."""
    root = root_beside(output)
    words = ["build", "--root", root, "--output", output, "--as-of", str(DAY), "--jobs", "2"]
    return subprocess.Popen(
        [sys.executable, PRODUCT / "tasks.py", *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        start_new_session=True,
    )


def is_gone(group: int) -> bool:
    """Tell whether no process of a group is left, after five seconds at the latest."""
    for _ in range(50):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


def wait_for(path: Path) -> None:
    """Wait until a build has come so far that a path exists."""
    for _ in range(1500):
        if path.exists():
            return
        time.sleep(0.02)
    raise AssertionError(path)


@pytest.mark.parametrize("stage", ["", ".building", "990101/index.html"])
def test_killed_build_leaves_no_process_and_every_site_whole(tmp_path: Path, stage: str) -> None:
    build(root_beside(tmp_path), tmp_path)
    old = content_of(tmp_path)
    if stage.endswith(".html"):
        (tmp_path / stage).write_text("older")

    program = start_build(tmp_path)
    wait_for(tmp_path / stage)
    time.sleep(1 if stage else 0.1)
    program.send_signal(signal.SIGKILL)
    program.communicate()

    assert is_gone(program.pid)
    pages = {name: text for name, text in content_of(tmp_path).items() if text != b"older"}
    assert {name for name in old if name.endswith(".html")} - set(pages) <= {stage}
    assert all(pages[name] == text for name, text in old.items() if name in pages)
    build(root_beside(tmp_path), tmp_path)
    assert content_of(tmp_path) == old


def test_interrupted_build_says_so_without_a_traceback(tmp_path: Path) -> None:
    program = start_build(tmp_path)
    wait_for(tmp_path / ".building")

    os.killpg(program.pid, signal.SIGINT)
    said = program.communicate()[0].decode()

    assert program.returncode == 130
    assert said.splitlines()[-1] == "已中断。"
    assert "Traceback" not in said
    assert is_gone(program.pid)


def test_lost_worker_is_a_named_problem_of_each_site_it_owed(tmp_path: Path) -> None:
    register = load_register(SMALL)
    jobs = [Job(division, tmp_path, DAY) for division in register]
    config = PRODUCT / "pelicanconf.py"

    with hire(Start(SMALL, config, DAY, frozenset()), Machine(2)) as crew:
        _ = crew.runner
        crew.start = crew.start._replace(config=tmp_path / "gone.py")  # on which a worker's fails
        surveys = list(crew.survey(list(register)))
        outcomes = list(crew.build(jobs))

    assert surveys == []
    assert [outcome.division for outcome in outcomes] == list(register)
    assert {problem.code for outcome in outcomes for problem in outcome.problems} == {"worker-lost"}


def test_worker_lost_once_changes_nothing_in_the_result(tmp_path: Path) -> None:
    build(SMALL, tmp_path / "one")
    output = tmp_path / "two"
    killed = list[int]()

    def kill_when_a_site_stands() -> None:
        wait_for(output / "9901" / "index.html")
        worker = active_children()[0]
        worker.kill()
        killed.append(worker.ident or 0)

    killer = Thread(target=kill_when_a_site_stands)
    killer.start()
    built = build(SMALL, output, jobs=2)
    killer.join()

    assert killed
    assert built.problems == ()
    assert content_of(output) == content_of(tmp_path / "one")


def test_what_comes_next_is_done_by_processes_begun_anew() -> None:
    register = list(load_register(SMALL))
    start = Start(SMALL, PRODUCT / "pelicanconf.py", DAY, frozenset())

    with hire(start, Machine(2)) as crew:
        before = set(crew.map(process_of, register))
        again = set(crew.map(process_of, register))
        crew.renew()
        after = set(crew.map(process_of, register))

    assert again <= before
    assert after
    assert not after & (before | {os.getpid()})


def process_of(_runner: Runner, _division: Division) -> int:
    """Return who does a piece of work."""
    return os.getpid()


def test_what_runs_of_pelican_leave_is_let_go_of_though_nobody_looks_for_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("disclosure.sites.runner.LEFT", 1)
    register = load_register(SMALL)
    runner = make_runner(Start(SMALL, PRODUCT / "pelicanconf.py", DAY, frozenset()))
    threshold = gc.get_threshold()
    gc.set_threshold(10**9)
    try:
        for division in register:
            runner.build(Job(division, tmp_path, DAY))
        left = [one for one in gc.get_objects() if isinstance(one, SiteFiles)]
    finally:
        gc.set_threshold(*threshold)
        dismiss_runner()

    assert left == []


def test_program_itself_has_no_parent_to_end_with() -> None:
    assert end_with_parent() is None
