"""Every tool is given the same publications, and what it costs is told of all its processes."""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest

from bench import peer_hugo, plain_site
from bench.generate import generate
from bench.places import make_places
from bench.raw_limit import leaves, weigh, write_again
from bench.side_by_side import Measured, row_of
from bench.sizes import SIZES
from bench.tools import NAMES, Tool, Toolbox
from bench.watched import Limits, Watched, run_watched

SHAPE = (1, 1, 1, 2)
ENTRIES = 12
HUGO = peer_hugo.find_hugo(None)
LINK = re.compile(r'(?:(?:href|src)=|"contentUrl":)"(?![a-z]+:|#)([^"#?]+)')
LISTS = ("categories", "groups", "years")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("side") / "root"
    generate(folder, make_places(SHAPE), ENTRIES, seed=1)
    return folder


def toolbox(*wanted: str, hugo: str | None = None) -> Toolbox:
    return Toolbox(frozenset(wanted), 2, hugo, None)


def test_sizes_are_those_of_the_register_and_its_parts() -> None:
    assert {size.name: size.divisions for size in SIZES.values()} == {
        "small": 50,
        "medium": 370,
        "full": 3675,
    }
    assert [round(size.all_entries, -3) for size in SIZES.values()] == [2_000, 20_000, 198_000]


def test_peers_get_every_entry_with_what_our_pages_work_out(root: Path, tmp_path: Path) -> None:
    count = plain_site.convert(root, tmp_path)

    village = max((tmp_path / "content").iterdir(), key=lambda folder: folder.name)
    files = sorted(village.rglob("*/*.md"))
    assert count == 5 * ENTRIES
    assert len(files) == ENTRIES
    head = files[0].read_text("utf-8").split("---\n")[1]
    keys = {
        name: json.loads(text) for name, text in (line.split(": ", 1) for line in head.splitlines())
    }
    assert keys["categories"] == [f"{village.name}-{keys['category']}"]
    assert keys["groups"][0].startswith(f"{village.name}-")
    assert keys["place"] == village.name


def test_places_know_who_is_above_and_below(root: Path, tmp_path: Path) -> None:
    plain_site.convert(root, tmp_path)

    places = json.loads((tmp_path / "data" / "places.json").read_text("utf-8"))
    assert [len(place["above"]) for place in places] == [0, 1, 2, 3, 3]
    assert [len(place["below"]) for place in places] == [1, 1, 2, 0, 0]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "has_matrix"), [("pages", False), ("checked", True)])
def test_our_settings_leave_out_what_they_say(
    root: Path, tmp_path: Path, name: str, has_matrix: bool
) -> None:
    (tool,) = toolbox(name).lay_out(root)
    run_watched(tool.command(tmp_path / "out"))  # in a process of its own: plugins stay connected

    city = tmp_path / "out" / "9901"
    assert (city / "articles").is_dir()
    assert (city / "index.html").is_file()
    assert (city / "matrix.html").is_file() == has_matrix
    assert not (city / "search.html").exists()
    assert [*lost_links(tmp_path / "out")] == []
    beside = {path.suffix for path in city.rglob("*") if path.is_file()} - {".html"}
    assert beside == ({".xml", ".js", ".json"} if has_matrix else {".xml", ".js"})


def lost_links(output: Path) -> Iterator[str]:
    """Yield what a page leads to and no file stands for."""
    for page in output.rglob("*.html"):
        for target in LINK.findall(page.read_text("utf-8")):
            if not (page.parent / unquote(target)).resolve().exists():
                yield f"{page.relative_to(output)}: {target}"


@pytest.mark.skipif(HUGO is None, reason="Hugo is not installed")
@pytest.mark.parametrize("name", ["hugo-each", "hugo-one"])
def test_hugo_makes_a_page_of_every_entry(root: Path, tmp_path: Path, name: str) -> None:
    own = tmp_path / "root"
    shutil.copytree(root, own)

    (tool,) = toolbox(name, hugo=HUGO).lay_out(own)
    run_watched(tool.command(tmp_path / "out"), tool.folder)

    pages = [leaf for leaf in leaves(tmp_path / "out") if not leaf.folder.endswith(LISTS)]
    assert sum(len(leaf.files) for leaf in pages if "/" in leaf.folder) == 5 * ENTRIES


def test_a_peer_that_is_not_there_is_told_in_a_line() -> None:
    assert [*toolbox(*NAMES).missing()] == [peer_hugo.ABSENT, *toolbox("eleventy").missing()]
    assert [*toolbox("pages").missing()] == []
    assert [*toolbox("hugo-each", hugo="/usr/bin/hugo").missing()] == []


def test_files_written_again_have_the_same_names_and_sizes(tmp_path: Path) -> None:
    for name, text in (("a/one.html", "1"), ("a/b/two.json", "22"), ("three.html", "")):
        (tmp_path / "old" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "old" / name).write_text(text)

    write_again(tmp_path / "old", tmp_path / "new", 2)

    assert [*leaves(tmp_path / "new")] == [*leaves(tmp_path / "old")]
    assert weigh(tmp_path / "new").pages == 2
    assert weigh(tmp_path / "new").size == 3


HOLD = "held = bytearray(60 << 20)"
BOTH = f"""
import subprocess, sys, time
{HOLD}
child = [sys.executable, "-c", "{HOLD}; print(flush=True); input()"]
with subprocess.Popen(child, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
    process.stdout.readline()
    time.sleep(1)
    process.communicate(b"\\n")
"""


def test_memory_is_that_of_all_processes_together() -> None:
    run = run_watched([sys.executable, "-c", BOTH])

    assert 120 < run.peak < 240


def test_a_program_that_takes_too_much_is_stopped_and_its_row_says_so() -> None:
    hold = "held = bytearray(200 << 20); import time; time.sleep(60)"
    run = run_watched([sys.executable, "-c", hold], limits=Limits(100, 30))

    row = row_of(Measured(Tool("greedy", lambda output: []), SIZES["small"], [run]), None)
    assert run.stopped.startswith("stopped at 0.")
    assert row[:5] == ("greedy", "", "", "", run.stopped)


def test_a_program_that_fails_is_not_measured() -> None:
    with pytest.raises(SystemExit, match="no such thing"):
        run_watched([sys.executable, "-c", "raise SystemExit('no such thing')"])


def test_times_are_told_as_parts_of_hugos_best() -> None:
    hugo = Measured(
        Tool("Hugo", lambda output: [], is_hugo=True), SIZES["small"], [Watched(4, 8, 1)]
    )
    ours = Measured(Tool("ours", lambda output: []), SIZES["small"], [Watched(2, 3, 1)])

    assert row_of(ours, hugo)[4:] == ("2.0", "3.0", "1", "0.50", "0.38", "1.50")
    assert row_of(ours, None)[7:9] == ("", "")
