"""Holds the tools side by side: the same articles, one tool after the other, in the same run."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

from msgspec import Struct, field

from bench.generate import generate
from bench.measure import print_head, print_row, spread
from bench.places import make_places
from bench.raw_limit import Weight, weigh, write_again
from bench.sizes import Size
from bench.tools import Tool, Toolbox
from bench.watched import Limits, Watched, run_watched

COLUMNS = (
    "tool", "pages", "files", "MB", "wall s", "CPU s", "MiB, all processes", "wall to Hugo's best",
    "CPU to its", "CPU ms an entry",
)  # fmt: skip


NOTHING = Weight(0, 0, 0)


class Measured(Struct):
    """What was measured of a tool; `raw` is its files written again, with nothing else."""

    tool: Tool
    size: Size
    runs: list[Watched] = field(default_factory=list)
    raw: list[Watched] = field(default_factory=list)
    weight: Weight = NOTHING

    @property
    def stopped(self) -> str:
        return next((run.stopped for run in self.runs if run.stopped), "")

    @property
    def an_entry(self) -> float:
        """CPU milliseconds for an entry, everything counted in."""
        return median(run.cpu for run in self.runs) * 1000 / self.size.all_entries


def compare(
    work: Path, size: Size, toolbox: Toolbox, runs: int, limits: Limits, seed: int
) -> list[Measured]:
    """Measure every tool at a size, in turns; print a table."""
    root = work / "root"
    generate(root, make_places(size.shape), size.entries, seed)
    measured = [Measured(tool, size) for tool in toolbox.lay_out(root)]
    for turn in range(runs):
        for number, one in enumerate(measured):
            if not one.stopped:
                run_once(one, work / f"output-{turn}-{number}", toolbox.jobs, limits)
    print(f"\n{size.name}: {size.divisions} divisions, {size.all_entries} entries\n")
    print_head(COLUMNS)
    best = best_of(one for one in measured if one.tool.is_hugo and not one.stopped)
    for one in measured:
        print_row(row_of(one, best))
        if one.raw:
            print_row(raw_row(one, best))
    return measured


def run_once(one: Measured, output: Path, jobs: int, limits: Limits) -> None:
    """Run a tool once into an empty folder; beside ours write the same files again."""
    run = run_watched(one.tool.command(output), one.tool.folder, limits)
    one.runs.append(run)
    if not run.stopped:
        one.weight = weigh(output)
    if one.tool.is_ours and not run.stopped:
        again = output.with_name(f"{output.name}-again")
        wall, cpu = write_again(output, again, jobs)
        one.raw.append(Watched(wall, cpu, 0))
        shutil.rmtree(again)
    shutil.rmtree(output, ignore_errors=True)


def best_of(some: Iterable[Measured]) -> Measured | None:
    """Return what took the least time."""
    return min(some, key=lambda one: median(run.wall for run in one.runs), default=None)


def row_of(one: Measured, best: Measured | None) -> tuple[str, ...]:
    """Return the row of a tool."""
    if one.stopped:
        return (one.tool.name, *[""] * 3, one.stopped, *[""] * 5)
    weight = one.weight
    counts = (f"{weight.pages}", f"{weight.files}", f"{weight.size / 1e6:.0f}")
    peak = f"{max(run.peak for run in one.runs):.0f}"
    return (one.tool.name, *counts, *times(one.runs, peak, best), f"{one.an_entry:.2f}")


def raw_row(one: Measured, best: Measured | None) -> tuple[str, ...]:
    """Return the row of its files written again."""
    return ("– its files, nothing else", *[""] * 3, *times(one.raw, "", best), "")


def times(runs: Sequence[Watched], peak: str, best: Measured | None) -> tuple[str, ...]:
    """Return wall and CPU seconds, memory, and both times as parts of Hugo's best."""
    walls, cpus = [run.wall for run in runs], [run.cpu for run in runs]
    ratios = ("", "")
    if best:
        ratios = (
            f"{median(walls) / median(run.wall for run in best.runs):.2f}",
            f"{median(cpus) / median(run.cpu for run in best.runs):.2f}",
        )
    return (spread(walls, "{:.1f}"), spread(cpus, "{:.1f}"), peak, *ratios)


def print_growth(measured: Sequence[Measured], sizes: Sequence[Size]) -> None:
    """Print what an entry costs at each size, and at the last against the first."""
    cost = {(one.tool.name, one.size.name): one.an_entry for one in measured if not one.stopped}
    print("\nCPU ms an entry:\n")
    print_head(("tool", *(size.name for size in sizes), f"{sizes[-1].name} to {sizes[0].name}"))
    for name in dict.fromkeys(one.tool.name for one in measured):
        found = [cost.get((name, size.name)) for size in sizes]
        cells = [f"{value:.2f}" if value else "" for value in found]
        first, last = found[0], found[-1]
        print_row((name, *cells, f"{last / first:.2f}" if first and last else ""))
