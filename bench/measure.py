"""Runs a task in a process of its own and tells what it cost; sums up several runs."""

from __future__ import annotations

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

REPOSITORY = Path(__file__).resolve().parents[1]


class Run(Struct, frozen=True):
    """One run: seconds and MiB of the whole process tree, and what the task itself reports."""

    wall: float
    cpu: float
    told: dict[str, Any]  # JSON of the task: any value


def run_task(name: str, *arguments: object) -> Run:
    """Run `python -m bench.tasks NAME ARGUMENTS` and measure it from start to end."""
    run = run_process([sys.executable, "-m", "bench.tasks", name, *map(str, arguments)])
    return replace(run, told=json.loads(run.told["printed"].splitlines()[-1]))


def run_process(command: Sequence[str]) -> Run:
    """Run a command in the repository and measure it; told is what it printed and its peak."""
    start = time.perf_counter()
    with tempfile.TemporaryFile("w+") as errors:
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=errors, cwd=REPOSITORY
        ) as process:
            assert process.stdout is not None
            printed = process.stdout.read().decode()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        if process.returncode:
            errors.seek(0)
            raise SystemExit(f"{' '.join(command)} failed\n{printed}{errors.read()[-2000:]}")
    told = {"printed": printed, "peak": usage.ru_maxrss / 1024}
    return Run(wall, usage.ru_utime + usage.ru_stime, told)


def repeat(runs: int, task: Callable[[], Run]) -> list[Run]:
    """Run a task several times."""
    return [task() for _ in range(runs)]


def spread(values: Sequence[float], form: str = "{:.2f}") -> str:
    """Return `median (min-max)`, or the one value there is."""
    if len(values) == 1:
        return form.format(values[0])
    low, high = form.format(min(values)), form.format(max(values))
    return f"{form.format(median(values))} ({low}–{high})"


def memory(pid: int | None = None) -> tuple[float, float]:
    """Return resident memory of a process now and at its highest, in MiB."""
    found = {"VmRSS": 0.0, "VmHWM": 0.0}
    for line in Path(f"/proc/{pid or 'self'}/status").read_text().splitlines():
        name, _, rest = line.partition(":")
        if name in found:
            found[name] = int(rest.split()[0]) / 1024
    return found["VmRSS"], found["VmHWM"]


def machine() -> str:
    """Return what the measurements were made on, in a line."""
    model = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if line.startswith("model name")
        ),
        platform.machine(),
    )
    total = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") / 2**30
    return (
        f"{os.cpu_count()} cores, {model}, {total:.0f} GiB, Python {platform.python_version()}, "
        f"load {os.getloadavg()[0]:.1f}"
    )


def print_head(columns: Sequence[str]) -> None:
    """Begin a Markdown table, figures to the right."""
    print_row(columns)
    print(f"| --- |{' ---: |' * (len(columns) - 1)}", flush=True)


def print_row(cells: Sequence[str]) -> None:
    """Print a row of a Markdown table as soon as it is known."""
    print(f"| {' | '.join(cells)} |", flush=True)
