"""What keeping a village's copy costs: bytes and requests of updates, times of checks and signing.

python bench/bench_mirror.py [--entries 430] [--sites 3675] [--files 50000] [--work DIR]

Sites are built, bundled and signed by the commands themselves; a mirror updates from a server on
this machine that compresses lists as web servers do. Bytes are all that pass: heads and bodies.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

if not __package__:  # run as a file, not as a module
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from bench import peer_mirror as peers
from bench.checked_copy import check_copy
from bench.counted import Counted, counting
from bench.measure import machine, print_head, print_row
from bench.network import Network
from bench.signed import sign_one

COLUMNS = ("what changed", "bytes", "of these bodies", "requests", "rsync -z", "git bundle", "ZIM")
TIMES = ("what", "seconds")


def main(arguments: list[str]) -> int:
    """Measure as the command line asks and print Markdown tables."""
    parser = argparse.ArgumentParser(prog="python bench/bench_mirror.py", description=__doc__)
    parser.add_argument("--entries", type=int, default=430, help="of the village, for 500 pages")
    parser.add_argument("--sites", type=int, default=3675, help="that are signed")
    parser.add_argument("--files", type=int, default=50_000, help="that are verified")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--work", type=Path, help="where to write; emptied first")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        work = Path(folder)
        print(f"{machine()}\n")
        updates(Network(work / "large"), options.entries)
        first_time(Network(work / "small"), 50)
        print_head(TIMES)
        for row in check_copy(work / "copy", options.files, options.runs):
            print_row(row)
        print_row(sign_one(work / "signed", options.sites, options.runs))
    return 0


def updates(network: Network, entries: int) -> None:
    """Print what each kind of change costs a mirror, and others."""
    network.start(entries)
    pages = sum(1 for _ in (network.output / network.village).rglob("*.html"))
    with counting(network.bundle) as (address, counted):
        network.subscribe(address)
        print(f"A site of {pages} pages, {entries} entries.\n")
        print_head(COLUMNS)
        compare(network, counted, "one new article, own site", network.publish_village)
        compare(network, counted, "the same, with its places above", network.publish_all)
        compare(network, counted, "a word of the menu on all pages", network.rename_menu_of_village)
        compare(
            network, counted, "the same on those of the places above", network.rename_menu_above
        )
        counted.clear()
        network.sync()
        print_row(("nothing", *cells(counted), "", "", ""))
    print()


def compare(
    network: Network, counted: Counted, what: str, change: Callable[[], tuple[Path, ...]]
) -> None:
    """Print the row of one change; `change` returns the folders that it is about."""
    old = network.folder / "old"
    shutil.rmtree(old, ignore_errors=True)
    shutil.copytree(network.output, old)
    repository = network.folder / "history.git"
    shutil.rmtree(repository, ignore_errors=True)
    peers.commit(repository, network.output)
    folders = change()
    peers.commit(repository, network.output)
    counted.clear()
    network.sync()
    sent = [peers.rsync(old / one.name, one) for one in folders]
    zims = [peers.zim(one) for one in folders]
    bundle = peers.git_bundle(repository, network.output)
    print_row((what, *cells(counted), told(sent), f"{bundle:,}", told(zims)))


def first_time(network: Network, entries: int) -> None:
    """Print what a village's first copy costs beside all of it in one archive."""
    network.start(entries)
    with counting(network.bundle) as (address, counted):
        network.subscribe(address)
        held = network.held()
        archive = peers.tar_zst(held)
        print(
            f"First copy of a village of {entries} entries with its places above: "
            f"{counted.bytes:,} bytes, {counted.requests} requests; "
            f"the same files as one tar.zst: {archive:,}; ratio {counted.bytes / archive:.2f}.\n"
        )


def cells(counted: Counted) -> tuple[str, str, str]:
    """Return what was counted as cells."""
    return f"{counted.bytes:,}", f"{sum(counted.bodies.values()):,}", str(counted.requests)


def told(sizes: list[int | None]) -> str:
    """Return a sum, "-" where the tool is not there."""
    known = [size for size in sizes if size is not None]
    return f"{sum(known):,}" if known else "–"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
