"""What search costs and finds: building the index, cold queries from disk in Chromium and in Node,
one document more; beside Pagefind on the same texts, served on this machine.

python bench/bench_search.py [--documents 2000 20000] [--every 1] [--pagefind PYTHON] [--no-peer]
                             [--no-browser]
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from statistics import mean
from typing import Any

if not __package__:  # run as a file, not as a module
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from bench.asked import SHOWN, Answer, ask_ours, ask_pagefind, compressed, kind_of
from bench.corpus import PHRASES
from bench.loaded import load_alone
from bench.measure import REPOSITORY, Run, machine, print_head, print_row, run_task
from bench.peer_search import OUTPUT, has_pagefind, index_pages
from bench.queries import Query
from bench.search_tree import Tree, add_document, changed, digests, make_corpus, plant, write_site

THEME = REPOSITORY / "theme" / "static" / "js"
FRAME = "frame.html"
BARE = "bare.html"
LISTED = 2_000  # results that are looked at
VILLAGE = 50  # documents
PEER_MOST = 20_000  # documents; 200,000 did not fit into 17 GB
NODE = REPOSITORY / "bench" / "search.js"
BUILD = ("index", "documents", "CPU s", "wall s", "peak MiB", "files", "MB", "of it terms", "gz MB")
BYTES = (
    "one cold query, kB sent", "terms and documents", "of it terms", "lists, once", "code, once",
)  # fmt: skip
TIMES = ("one cold query, ms", "searching", "with opening the index", "with loading the page")
TRUTH = (
    "first page of ten", "recall", "precision", "number of results right", "nothing found, wrongly",
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Measure as the command line asks and print Markdown tables."""
    parser = argparse.ArgumentParser(prog="python bench/bench_search.py", description=__doc__)
    parser.add_argument("--documents", type=int, nargs="+", default=[2_000, 20_000])
    parser.add_argument("--every", type=int, default=1, help="ask only every n-th query")
    parser.add_argument("--pagefind", default=sys.executable, help="a Python that has Pagefind")
    parser.add_argument("--no-peer", action="store_true")
    parser.add_argument("--no-browser", action="store_true", help="ask in Node only")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--phrases", type=int, default=len(PHRASES), help="8: they repeat more")
    parser.add_argument("--work", type=Path, help="where to write (default: a temporary folder)")
    options = parser.parse_args(arguments)
    print(machine() + "\n")
    for documents in options.documents:
        with tempfile.TemporaryDirectory(dir=options.work) as folder:
            measure(Path(folder), documents, options)
    return 0


def measure(work: Path, documents: int, options: argparse.Namespace) -> None:
    """Print everything about one corpus."""
    peer = not (options.no_peer or options.no_browser) and documents <= PEER_MOST
    if peer and not has_pagefind(options.pagefind):
        print("Pagefind: not installed (pip install .[bench])\n")
        peer = False
    tree = plant(work, make_corpus(documents, options.seed, options.phrases), with_pages=peer)
    queries = tree.queries[:: options.every]
    print_head(BUILD)
    print_row(build_row("ours", documents, index(tree), tree.index))
    if peer:
        run = index_pages(options.pagefind, tree.pages)
        print_row(build_row("Pagefind", documents, run, tree.pages / OUTPUT))
    if not options.no_browser:
        ours = ask_ours(frame(tree), place_of(tree), queries)
        answers = {"ours, Chromium, file://": ours}
        if peer:
            answers["Pagefind, Chromium, HTTP"] = ask_pagefind(tree.pages, queries)
        alone = load_alone(tree.index.parent / BARE, place_of(tree)["folder"], ours)
        print_answers(answers, alone)
    print_node(tree, queries)
    print_update(tree)
    print_village(tree)


def index(tree: Tree) -> Run:
    """Bring the index of the whole corpus to its texts, in a process of its own."""
    return run_task("search-index", tree.scope, tree.output, tree.index, tree.state)


def build_row(name: str, documents: int, run: Run, folder: Path) -> tuple[str, ...]:
    """Return what building an index cost and how large it is."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    terms = [path for path in files if kind_of(path) == "terms"] if name == "ours" else []
    sent = sum(map(compressed, files)) / 1e6
    return (
        name,
        f"{documents:,}",
        f"{run.cpu:.1f}",
        f"{run.wall:.1f}",
        f"{run.told['peak']:.0f}",
        f"{len(files):,}",
        f"{sum(path.stat().st_size for path in files) / 1e6:.1f}",
        f"{sum(path.stat().st_size for path in terms) / 1e6:.1f}" if terms else "",
        f"{sent:.1f}",
    )


def frame(tree: Tree) -> Path:
    """Write a page that has the engine and nothing else, as the search page loads it."""
    tags = "".join(f'<script src="{path.as_uri()}"></script>\n' for path in engine())
    path = tree.index.parent / FRAME
    path.write_text(f'<!DOCTYPE html>\n<meta charset="utf-8"><title>检索</title>\n{tags}', "utf-8")
    return path


def engine() -> list[Path]:
    """Return the scripts of the search page in their order; without its page they draw nothing."""
    from disclosure.sites.pages.search.view import SCRIPTS

    return [THEME / f"{name}.js" for name in SCRIPTS]


def place_of(tree: Tree) -> dict[str, str]:
    """Return what the engine is asked to open, seen from the page."""
    return {"folder": f"{tree.index.name}/", "scope": tree.city}


def print_answers(answers: dict[str, list[Answer]], alone: Sequence[float]) -> None:
    """Print bytes, milliseconds and truth of every tool's first pages.

    `alone` are the milliseconds for nothing but the files of ours.
    """
    print()
    print_head(BYTES)
    for name, some in answers.items():
        terms = "" if "Pagefind" in name else of(some, lambda one: one.sizes.get("terms", 0), 1000)
        cold = of(some, bytes_of_query, 1000)
        lists = of(some, lambda one: one.sizes.get("lists", 0), 1000)
        code = of(some, lambda one: one.sizes.get("code", 0), 1000)
        print_row((name, cold, terms, lists, code))
    print()
    print_head(TIMES)
    for name, some in answers.items():
        print_row((
            name,
            of(some, lambda one: one.searched),
            of(some, lambda one: one.opened + one.searched),
            of(some, lambda one: one.page + one.opened + one.searched),
        ))  # fmt: skip
    print_row(("– the files of ours, nothing else", percentiles(alone), "", ""))
    print()
    print_head(TRUTH)
    for name, some in answers.items():
        print_row((
            name,
            f"{mean(one.recall for one in some):.3f}",
            f"{mean(one.precision for one in some):.3f}",
            f"{sum(one.total == len(one.query.true) for one in some)} of {len(some)}",
            str(sum(not one.total and bool(one.query.true) for one in some)),
        ))  # fmt: skip


def bytes_of_query(answer: Answer) -> int:
    """Return what is sent for the query alone."""
    return sum(size for sort, size in answer.sizes.items() if sort not in ("lists", "code"))


def of(answers: Iterable[Answer], figure: Callable[[Answer], float], unit: float = 1) -> str:
    """Return median / 95th percentile of a figure."""
    return percentiles([figure(one) / unit for one in answers])


def percentiles(values: Sequence[float]) -> str:
    """Return `median / 95th percentile`."""
    ordered = sorted(values)
    median, high = (ordered[min(len(ordered) - 1, len(ordered) * part // 100)] for part in (50, 95))
    return f"{median:.1f} / {high:.1f}"


def print_node(tree: Tree, queries: Sequence[Query]) -> None:
    """Print times in Node, and whether all results are the true ones."""
    scripts = list(map(str, engine()))
    given = {"root": str(tree.index.parent), "scripts": scripts, "place": place_of(tree)}
    texts = [query.text for query in queries]
    first = run_node(given | {"texts": texts, "size": SHOWN})
    whole = run_node(given | {"texts": texts, "size": LISTED})
    searched = percentiles([one["searched"] for one in first])
    opened = percentiles([one["opened"] + one["searched"] for one in first])
    read = [files_of(one["read"]) for one in first]
    files = percentiles([len(some) for some in read])
    sent = percentiles([sum(map(compressed, some)) / 1000 for some in read])
    print(
        f"\nIn Node: {searched} ms a query, {opened} with opening the index; "
        f"{files} files of terms and documents, {sent} kB compressed."
    )
    wrong = [
        query.text
        for query, answer in zip(queries, whole, strict=True)
        if not is_exact(query, answer)
    ]
    print(
        f"All results (the first {LISTED:,} and the number of all): recall and precision 1.000 "
        f"for {len(queries) - len(wrong)} of {len(queries)} queries{': not ' if wrong else ''}"
        f"{'、'.join(wrong)}"
    )


def files_of(read: Sequence[str]) -> list[Path]:
    """Return the files that were read for a query alone."""
    return [path for path in map(Path, read) if kind_of(path) in ("terms", "documents")]


def is_exact(query: Query, answer: dict[str, Any]) -> bool:
    """Tell whether the results are the true ones and all of them, as far as they are listed."""
    names = set(answer["names"])
    return (
        answer["total"] == len(query.true)
        and names <= query.true
        and len(names) == len(answer["names"]) == min(LISTED, answer["total"])
    ) or (not query.true and answer["mode"] != "and")


def run_node(given: dict[str, object]) -> list[dict[str, Any]]:
    """Return what bench/search.js tells."""
    node = shutil.which("node") or shutil.which("nodejs")
    if not node:
        raise SystemExit("no Node; see tests/browser/prepare.sh")
    done = subprocess.run(
        [node, str(NODE)],
        input=json.dumps(given),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise SystemExit(done.stderr[-2000:])
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def print_update(tree: Tree) -> None:
    """Print what one document more changes, in the site's texts and the index."""
    before = digests(tree.output)
    add_document(tree)
    run = index(tree)
    files = changed(before, digests(tree.output))
    print(
        f"\nOne document more: {len(files)} files changed, {sum(files.values()) / 1000:.1f} kB "
        f"written, {run.cpu:.1f} s CPU; {', '.join(files)}"
    )


def print_village(tree: Tree) -> None:
    """Print what the search of a village of 50 documents weighs: its texts are all it needs."""
    folder = tree.work / "village"
    written = (tree.corpus.write(tree.village, number) for number in range(VILLAGE))
    documents = [one.document for one in written]
    write_site(folder, tree.village, documents, tree.corpus.subjects)
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    print(
        f"\nA village of {len(documents)} documents: {len(files)} file, "
        f"{sum(map(compressed, files)) / 1000:.1f} kB compressed"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
