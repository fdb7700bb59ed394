"""How many entries a second `check` does, beside plain Pelican reading the same Markdown.

python bench/bench_check.py [--divisions FILE | --shape ...] [--entries 1,10,60] [--runs 3]
    --profile prints the dearest functions instead
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import shutil
import sys
import tempfile
from pathlib import Path
from statistics import median

if not __package__:  # run as a file, not as a module
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from bench import peer
from bench.generate import add_place_options, generate, places_of
from bench.measure import Run, machine, print_head, print_row, repeat, run_task, spread
from bench.places import Place
from bench.tasks import check

COLUMNS = (
    "entries a division", "entries", "findings", "check, entries a CPU second", "process, wall s",
    "CPU s", "peak MiB", "Pelican reads", "ratio",
)  # fmt: skip


def main(arguments: list[str]) -> int:
    """Measure as the command line asks and print a Markdown table."""
    parser = argparse.ArgumentParser(prog="python bench/bench_check.py", description=__doc__)
    add_place_options(parser)
    parser.add_argument("--entries", default="1,10,60", help="a division, several with commas")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peer-files", type=int, default=8000, help="Pelican reads about so many")
    parser.add_argument(
        "--profile", action="store_true", help="print the dearest functions instead"
    )
    parser.add_argument("--work", type=Path, help="where to write (default: a temporary folder)")
    options = parser.parse_args(arguments)
    places = places_of(options)
    numbers = [int(number) for number in options.entries.split(",")]
    if not options.profile:
        print(f"{len(places)} divisions; {machine()}\n")
        print_head(COLUMNS)
    for number in numbers:
        with tempfile.TemporaryDirectory(dir=options.work) as folder:
            root = Path(folder) / "root"
            generate(root, places, number, options.seed)
            if options.profile:
                print_profile(root)
            else:
                print_row(measure(root, places, number, options))
    return 0


def measure(
    root: Path, places: tuple[Place, ...], number: int, options: argparse.Namespace
) -> tuple[str, ...]:
    """Return one row of the table; the two tools take turns, so that both meet the same load."""
    every = max(1, len(places) * number // options.peer_files)
    tree = root.parent / "plain"
    peer.convert(root, tree, every)
    ours: list[Run] = []
    theirs: list[Run] = []
    for _ in range(options.runs):
        ours += repeat(1, lambda: run_task("check", root))
        theirs += repeat(1, lambda: run_task("read", tree))
    shutil.rmtree(tree)
    rate = [run.told["entries"] / run.told["seconds"] for run in ours]
    peer_rate = [run.told["entries"] / run.told["seconds"] for run in theirs]
    return (
        str(number),
        f"{ours[0].told['entries']:,}",
        str(ours[0].told["problems"]),
        spread(rate, "{:.0f}"),
        spread([run.wall for run in ours], "{:.1f}"),
        spread([run.cpu for run in ours], "{:.1f}"),
        spread([run.told["peak"] for run in ours], "{:.0f}"),
        spread(peer_rate, "{:.0f}"),
        f"{median(rate) / median(peer_rate):.2f}",
    )


def print_profile(root: Path) -> None:
    """Print the functions in which a check spends its time."""
    profile = cProfile.Profile()
    told = profile.runcall(check, str(root))
    print({name: round(value, 2) for name, value in told.items()})
    stats = pstats.Stats(profile)
    stats.sort_stats("tottime").print_stats(40)
    stats.sort_stats("cumtime").print_stats("rules|entry|dataset", 40)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
