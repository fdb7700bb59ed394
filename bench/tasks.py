"""What is measured, each in a process of its own: `python -m bench.tasks NAME ...` prints JSON."""

from __future__ import annotations

import json
import multiprocessing
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from typing import Any

from bench import peer, peer_tables
from bench.measure import memory
from bench.timing import AS_OF

Told = dict[str, Any]  # JSON: any value
ROUNDS = 6
CONTENT = "content"


def check(root: str) -> Told:
    """Check a tree as the command does, without a report; CPU seconds, since it uses one core."""
    from disclosure.rules.check import check_content
    from disclosure.rules.facts import load_facts

    start = time.process_time()
    facts = load_facts(Path(root), AS_OF)
    loaded = time.process_time()
    findings = check_content(facts)
    end = time.process_time()
    return {
        "entries": len(findings.files),
        "problems": len(findings.problems),
        "load": loaded - start,
        "seconds": end - loaded,
        "peak": memory()[1],
    }


def read(tree: str) -> Told:
    """Read a converted tree with Pelican's own reader; CPU seconds."""
    start = time.process_time()
    count = peer.read_all(Path(tree))
    return {"entries": count, "seconds": time.process_time() - start, "peak": memory()[1]}


def build(root: str, output: str, jobs: str, config: str = "") -> Told:
    """Build every division's site; memory of the workers is read after each division.

    Their peak is that of the largest, search indexes and all, once they have ended.
    """
    from disclosure.catalogue import PRODUCT
    from disclosure.sites.build import Request, build_sites

    samples: list[float] = []

    def look(done: int, total: int) -> None:
        pids = [child.pid for child in multiprocessing.active_children() if child.pid]
        samples.append(max(memory(pid)[0] for pid in pids or [os.getpid()]))

    settings = Path(config) if config else PRODUCT / "pelicanconf.py"
    start = time.perf_counter()
    built = build_sites(
        Request(Path(root), Path(output), AS_OF, jobs=int(jobs), config=settings), look
    )
    seconds = time.perf_counter() - start
    if built.failed:
        some = [problem.message_en for problem in built.problems[:3]]
        raise SystemExit(f"{len(built.failed)} sites failed: {some}")
    return {
        "sites": len(built.outcomes),
        "pages": sum(outcome.pages for outcome in built.outcomes),
        "seconds": seconds,
        "peak": getrusage(RUSAGE_CHILDREN if int(jobs) > 1 else RUSAGE_SELF).ru_maxrss / 1024,
        "memory": [samples[len(samples) * part // 4] for part in range(4)] + samples[-1:],
        "parent": memory()[1],
    }


def build_plain(tree: str, output: str) -> Told:
    """Build every division of a converted tree with stock Pelican in this one process."""
    folders = sorted(path for path in Path(tree).iterdir() if path.is_dir())
    start = time.perf_counter()
    for folder in folders:
        peer.build_one(folder, Path(output) / folder.name)
    seconds = time.perf_counter() - start
    pages = sum(1 for _ in Path(output).rglob("*.html"))
    return {"sites": len(folders), "pages": pages, "seconds": seconds, "peak": memory()[1]}


def warm(root: str, output: str, code: str) -> Told:
    """Build one division again and again in a prepared process; the first build is not counted.

    Each goes into an empty folder, and nothing is deleted meanwhile: ext4 takes long to find room
    for new files among those deleted half a minute ago, which is no cost of a build.
    """
    from disclosure.catalogue import PRODUCT
    from disclosure.division import load_register
    from disclosure.sites.job import Job
    from disclosure.sites.workers import Start, make_runner

    division = load_register(Path(root)).resolve(code)
    runner = make_runner(Start(Path(root), PRODUCT / "pelicanconf.py", AS_OF, frozenset({code})))

    def once(folder: Path) -> None:
        outcome = runner.build(Job(division, folder, AS_OF))
        if not outcome.is_built:
            raise SystemExit(outcome.problems[0].message_en)

    return {"seconds": timed(once, Path(output))}


def warm_plain(tree: str, output: str, code: str) -> Told:
    """The same for stock Pelican."""
    site = Path(tree) / code
    return {"seconds": timed(lambda folder: peer.build_one(site, folder), Path(output))}


def frictionless(paths: str) -> Told:
    """Validate ledgers with frictionless alone, file by file; CPU seconds without its start."""
    return peer_tables.validate_files(Path(paths).read_text("utf-8").splitlines())


def large(path: str) -> Told:
    """Check the root that holds one large ledger: every rule, and the search for personal data."""
    root = next(folder for folder in Path(path).parents if folder.name == CONTENT).parent
    told = check(str(root))
    if told["problems"]:
        raise SystemExit("the ledger is not in order")
    with Path(path).open("rb") as file:
        return {"rows": sum(1 for _ in file) - 1, **told}


def large_peer(path: str) -> Told:
    """The same with pandera on polars; no rows where it is not installed."""
    told = peer_tables.validate_columns(path)
    return told | {"peak": memory()[1]}


def search_index(scope: str, output: str, index: str, state: str) -> Told:
    """Bring an index to what the texts hold, on one core; CPU seconds, with those of its start."""
    from disclosure.search.index import write_index
    from disclosure.search.scope import Scope
    from disclosure.search.state import State

    given = json.loads(Path(scope).read_text("utf-8"))
    divisions = tuple((code, name) for code, name in given["divisions"])
    whole = Scope(given["code"], divisions[0][1], divisions)
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    written = write_index(
        whole, Path(output), Path(index), State(Path(state)), AS_OF, given["words"]
    )
    return {
        "documents": written.documents,
        "seconds": time.process_time(),
        "peak": memory()[1],
    }


def timed(task: Callable[[Path], object], output: Path) -> list[float]:
    """Return the seconds of some runs of a task, each with a folder, after one not counted."""
    found = []
    for number in range(ROUNDS + 1):
        folder = output / str(number)
        folder.mkdir(parents=True)
        start = time.perf_counter()
        task(folder)
        found.append(time.perf_counter() - start)
    return found[1:]


TASKS: dict[str, Callable[..., Told]] = {
    "check": check,
    "read": read,
    "build": build,
    "build-plain": build_plain,
    "warm": warm,
    "warm-plain": warm_plain,
    "frictionless": frictionless,
    "large": large,
    "large-peer": large_peer,
    "search-index": search_index,
}

if __name__ == "__main__":
    name, *arguments = sys.argv[1:]
    print(json.dumps(TASKS[name](*arguments)))
