"""What a build costs that changes little: an entry, or nothing; found by git, or file by file.

python bench/bench_change.py [--shape 1,20,316,3338] [--entries 54] [--runs 5] [--work DIR]
                             [--hugo PATH]

Each build is the command itself in a process of its own, over a tree that is a git repository and
was built once. Hugo stands beside it where it is installed: a run each for the village, its
township, county and city, two at a time, as a script of an administrator would who knows them.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

if not __package__:  # run as a file, not as a module
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from bench import peer_hugo, plain_site
from bench.generate import add_place_options, generate, places_of
from bench.measure import Run, machine, print_head, print_row, repeat, run_process, spread
from bench.timing import AS_OF
from disclosure.division import load_register

COLUMNS = ("what changed", "found by", "wall s", "CPU s", "peak MiB", "sites made", "files written")
GIT = ("-c", "user.name=bench", "-c", "user.email=bench@example.org", "-c", "gc.auto=0")


def main(arguments: list[str]) -> int:
    """Measure as the command line asks and print a Markdown table."""
    parser = argparse.ArgumentParser(prog="python bench/bench_change.py", description=__doc__)
    add_place_options(parser)
    parser.set_defaults(shape=(1, 4, 20, 175))
    parser.add_argument("--entries", type=int, default=10, help="a division")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--jobs", default="2", help="processes of the first build")
    parser.add_argument("--work", type=Path, help="where to write; what stands there is used again")
    parser.add_argument("--hugo", help="the program, where it is not installed as a package")
    options = parser.parse_args(arguments)
    hugo = peer_hugo.find_hugo(options.hugo)
    with tempfile.TemporaryDirectory() as folder:
        work = options.work or Path(folder)
        root, output = work / "root", work / "output"
        places = places_of(options)
        if not root.exists():
            generate(root, places, options.entries, options.seed)
        if not (root / ".git").exists():
            commit_all(root)
        first = run_process(command(root, output, "--by-git", "--jobs", options.jobs))
        print(f"{len(places)} divisions, {options.entries} entries each; {machine()}\n")
        print(f"First build of all: {first.wall:.1f} s, {first.cpu:.1f} CPU s.\n")
        print_head(COLUMNS)
        for row in rows(root, output, options.runs):
            print_row(row)
        if hugo:
            print_row(hugo_row(hugo, root, work / "peer", options.runs))
        else:
            print(f"\n{peer_hugo.ABSENT}")
    return 0


def rows(root: Path, output: Path, runs: int) -> list[tuple[str, ...]]:
    """Measure each case and return its row."""
    entries = sorted((root / "content").rglob("*.md"), key=lambda path: (len(path.parts), path))
    entry, upper = entries[-1], entries[0]  # of a village, and an article of the city
    cases: dict[tuple[str, str], Callable[[], None]] = {
        ("nothing", "git"): lambda: None,
        ("a sentence", "git"): lambda: change(root, entry, "\n补充说明一点。\n"),
        ("a title", "git"): lambda: retitle(root, entry),
        ("a sentence of the city", "git"): lambda: change(root, upper, "\n补充说明一点。\n"),
        ("nothing", "every file"): lambda: None,
        ("a sentence", "every file"): lambda: change(root, entry, "\n又补充一点。\n"),
    }
    found = []
    for (what, way), edit in cases.items():
        options = ("--by-git",) if way == "git" else ()
        build = command(root, output, *options)
        run_process(build)  # so that each way goes on from its own state
        found.append(row_of(what, way, repeat(runs, partial(changed, edit, build, output))))
    return found


def hugo_row(hugo: str, root: Path, work: Path, runs: int) -> tuple[str, ...]:
    """Measure Hugo after a sentence in an entry of a village, and return its row."""
    plain, output = work / "plain", work / "output"
    register = load_register(root)
    village = max(register, key=lambda one: (len(one.code), one.code))
    places = (village, *register.ancestors(village))
    shutil.rmtree(work, ignore_errors=True)
    plain_site.convert(root, plain, [place.code for place in places])
    peer_hugo.prepare(plain)
    entry = max((plain / plain_site.CONTENT / village.code).rglob("[!_]*.md"))
    build = peer_hugo.each(hugo, plain, 2, output)
    run_process(build)
    edit = partial(add, entry, "\n补充说明一点。\n")
    some = repeat(runs, partial(changed, edit, build, output))
    return row_of("a sentence, Hugo", "who runs it", some)


def changed(edit: Callable[[], None], build: Sequence[str], output: Path) -> Run:
    """Measure a build after an edit; told is in how many sites how many files are new."""
    edit()
    before = files_below(output)
    run = run_process(build)
    after = files_below(output)
    new = [name for name, file in after.items() if before.get(name) != file]
    run.told["written"] = len(new)
    run.told["made"] = len({name.split("/")[0] for name in new})
    return run


def row_of(what: str, way: str, some: Sequence[Run]) -> tuple[str, ...]:
    """Return the row of some runs."""
    return (
        what,
        way,
        spread([run.wall for run in some]),
        spread([run.cpu for run in some]),
        f"{max(run.told['peak'] for run in some):.0f}",
        f"{median(run.told['made'] for run in some):.0f}",
        f"{median(run.told['written'] for run in some):.0f}",
    )


def command(root: Path, output: Path, *options: str) -> list[str]:
    """Return the command of a build."""
    day = ("--as-of", AS_OF.isoformat())
    return [sys.executable, "tasks.py", "build", "--root", str(root), "--output", str(output),
            *day, *options]  # fmt: skip


def change(root: Path, path: Path, text: str) -> None:
    """Add to an entry and commit it."""
    add(path, text)
    git(root, "commit", "-q", "-m", "add", path.relative_to(root).as_posix())


def add(path: Path, text: str) -> None:
    """Add to a file."""
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def retitle(root: Path, path: Path) -> None:
    """Change the title of an entry and commit it."""
    text = path.read_text("utf-8")
    head, _, rest = text.partition("title: ")
    path.write_text(f"{head}title: 新{rest}", "utf-8")
    git(root, "commit", "-q", "-m", "retitle", path.relative_to(root).as_posix())


def commit_all(root: Path) -> None:
    """Make a repository of a tree."""
    (root / ".gitignore").write_text(".build\n", "utf-8")
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "all")


def git(root: Path, *arguments: str) -> None:
    """Run git in a folder."""
    subprocess.run(["git", "-C", str(root), *GIT, *arguments], check=True)


def files_below(folder: Path) -> dict[str, tuple[int, int]]:
    """Return which file on the disk stands behind each name."""
    start = len(str(folder)) + 1
    found = {}
    for place, _, names in os.walk(folder):
        for name in names:
            about = os.lstat(f"{place}/{name}")
            found[f"{place}/{name}"[start:]] = (about.st_ino, about.st_mtime_ns)
    return found


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
