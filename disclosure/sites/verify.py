"""Holds the output against what a build from nothing makes, file by file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from filecmp import cmp
from pathlib import Path

from msgspec.structs import replace

from disclosure.problem import Code, Problem
from disclosure.rules.check import Progress, no_progress
from disclosure.sites.build import Request, build_sites
from disclosure.sites.place import STAGING, scratch_folder

OUTPUT_DIFFERS = Code(
    "output-differs",
    zh="输出文件夹里的 {value} {found_zh}，与全新生成的不一致",
    en="{value} in the output {found_en} and is not what a build from nothing makes",
    hint_zh="请运行 tasks.py build --no-cache 全部重新生成；仍有这一条的，请报告程序缺陷",
    hint_en="run tasks.py build --no-cache; if this is told again, report a defect",
)
FOUND = {
    "differs": ("内容不同", "has another content"),
    "missing": ("缺失", "is missing"),
    "added": ("多出", "is one too many"),
}


def verify_output(request: Request, progress: Progress = no_progress) -> tuple[Problem, ...]:
    """Build once more from nothing beside the output; return every file in which they differ."""
    with scratch_folder(request.output, "verify") as folder:
        anew = replace(request, output=folder / "output", is_kept=False)
        built = build_sites(anew, progress)
        differing = differences(request.output, folder / "output")
        return (*built.problems, *differing)


def differences(output: Path, wanted: Path) -> Iterator[Problem]:
    """Yield a problem for each file that is missing, added or not the same, by name."""
    here, there = files_below(output), files_below(wanted)
    for name in sorted(here | there):
        if name not in here:
            yield difference(name, "missing")
        elif name not in there:
            yield difference(name, "added")
        elif not cmp(output / name, wanted / name, shallow=False):
            yield difference(name, "differs")


def difference(name: str, what: str) -> Problem:
    """Return one difference as a problem."""
    zh, en = FOUND[what]
    return OUTPUT_DIFFERS.at(name, value=name, found_zh=zh, found_en=en)


def files_below(folder: Path) -> set[str]:
    """Return the files of an output, but what a build is at work on."""
    start = len(str(folder)) + 1
    found = set()
    for place, folders, names in os.walk(folder):
        if place == str(folder):
            folders[:] = [name for name in folders if name != STAGING]
        found |= {f"{place}/{name}"[start:] for name in names}
    return found
