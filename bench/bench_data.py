"""What checking tables costs: the ledgers of a whole city cold, unchanged and with one changed,
and one very large ledger; beside frictionless file by file, and pandera on polars.

python bench/bench_data.py [--divisions FILE | --shape ...] [--months 12] [--runs 3]
    [--sample 300] [--rows 200000]
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

if not __package__:  # run as a file, not as a module
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from bench.generate import add_place_options, places_of
from bench.ledgers import Made, generate_large, generate_ledgers
from bench.measure import Run, machine, print_head, print_row, run_process, run_task, spread
from bench.places import make_places
from bench.timing import AS_OF

SETTLED = 4  # seconds after which the times of files are relied on
SAYS_CLEAN = "没有发现问题"
LEDGERS = ("check", "wall s", "CPU s", "ledgers a CPU second", "peak MiB")
LARGE = ("one ledger", "rows", "CPU s", "process, wall s", "peak MiB")


def main(arguments: list[str]) -> int:
    """Measure as the command line asks and print Markdown tables."""
    parser = argparse.ArgumentParser(prog="python bench/bench_data.py", description=__doc__)
    add_place_options(parser)
    parser.add_argument("--months", type=int, default=12, help="ledgers of every village")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sample", type=int, default=300, help="ledgers frictionless validates")
    parser.add_argument("--rows", type=int, default=200_000, help="of the large ledger; 0 = none")
    parser.add_argument("--work", type=Path, help="where to write (default: a temporary folder)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(dir=options.work) as folder:
        root = Path(folder) / "root"
        made = generate_ledgers(root, places_of(options), options.months, options.seed)
        print(f"{made.divisions} divisions, {made.ledgers} ledgers; {machine()}\n")
        time.sleep(SETTLED)
        measure_ledgers(root, made, options)
    if options.rows:
        with tempfile.TemporaryDirectory(dir=options.work) as folder:
            measure_large(Path(folder) / "root", options)
    return 0


def measure_ledgers(root: Path, made: Made, options: argparse.Namespace) -> None:
    """Print what the checks cost; frictionless takes its turn after every cold one."""
    sample = root.parent / "sample.txt"
    files = sorted(map(str, root.glob("content/**/rows.csv")))
    sample.write_text("\n".join(files[:: max(1, len(files) // options.sample)]), "utf-8")
    whole: list[Run] = []
    cold: list[Run] = []
    peer: list[Run] = []
    for _ in range(options.runs):
        whole.append(check(root, "--no-cache"))
        shutil.rmtree(root / ".build", ignore_errors=True)
        cold.append(check(root))
        peer.append(run_task("frictionless", sample))
    same = [check(root) for _ in range(options.runs)]
    one = [after(lambda: edit(made.last), lambda: check(root)) for _ in range(options.runs)]
    print_head(LEDGERS)
    for name, runs in (
        ("everything, nothing kept", whole),
        ("everything, results kept", cold),
        ("nothing changed", same),
        ("one ledger changed", one),
    ):
        print_row((name, *figures(runs, made.ledgers)))
    ours = median(run.cpu for run in whole) / made.ledgers
    theirs = median(run.told["seconds"] / run.told["ledgers"] for run in peer)
    print(
        f"\nfrictionless, {peer[0].told['ledgers']} of these ledgers file by file: "
        f"{theirs * 1000:.1f} ms CPU each; check with all rules and the search for personal data: "
        f"{ours * 1000:.2f} ms each; ratio {theirs / ours:.0f}\n"
    )


def figures(runs: list[Run], ledgers: int) -> tuple[str, ...]:
    """Return the cells of some runs."""
    return (
        spread([run.wall for run in runs]),
        spread([run.cpu for run in runs]),
        spread([ledgers / run.cpu for run in runs], "{:.0f}"),
        spread([run.told["peak"] for run in runs], "{:.0f}"),
    )


def check(root: Path, *more: str) -> Run:
    """Check a tree with the command itself, in a process of its own."""
    run = run_process(
        [sys.executable, "tasks.py", "check", "--root", str(root), "--as-of", str(AS_OF), *more]
    )
    if SAYS_CLEAN not in run.told["printed"]:
        raise SystemExit(run.told["printed"])
    return run


def after(change: Callable[[], None], task: Callable[[], Run]) -> Run:
    """Run a task after something was changed."""
    change()
    return task()


def edit(ledger: Path) -> None:
    """Write one line of a ledger in other words, and back the next time."""
    text = ledger.read_text("utf-8")
    words = ("集体厂房当月租金（两间）", "集体厂房本月租金（两间）")
    old, new = words if words[0] in text else words[::-1]
    ledger.write_text(text.replace(old, new), "utf-8")


def measure_large(root: Path, options: argparse.Namespace) -> None:
    """Print what one large ledger costs; the tools take turns."""
    *above, village = make_places((1, 1, 1, 1))
    path = generate_large(root, village, tuple(above), options.rows)
    names = {"disclosure: all rules, personal data too": "large", "pandera on polars": "large-peer"}
    runs: dict[str, list[Run]] = {name: [] for name in names}
    for _ in range(options.runs):
        for name, task in names.items():
            runs[name].append(run_task(task, path))
    print_head(LARGE)
    for name, some in runs.items():
        rows = some[0].told["rows"]
        if not rows:
            print_row((name, "not installed (pip install .[bench])", "", "", ""))
            continue
        cells = (
            spread([run.told["seconds"] for run in some]),
            spread([run.wall for run in some]),
            spread([run.told["peak"] for run in some], "{:.0f}"),
        )
        print_row((name, f"{rows:,}", *cells))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
