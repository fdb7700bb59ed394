"""What the page on deployment tells to type works: the nightly script, rolling back, the list."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

import pelicanconf
from disclosure.starting import start
from tests.history.repository import commit, git
from tests.rules.verbs import SMALL

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "deploy.zh.md").read_text("utf-8")


def block(language: str, holds: str) -> str:
    """Return the block of the page in a language that holds some words."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    (found,) = (text for text in blocks if holds in text)
    return str(found)


SCRIPT = block("sh", "#!/bin/sh")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A content repository of a city and a county, a clone to build from, the script beside it."""
    origin = tmp_path / "origin"
    (origin / "catalogue").mkdir(parents=True)
    for name in ("divisions.csv", "publishers.csv"):
        rows = (SMALL / "catalogue" / name).read_text("utf-8").splitlines(keepends=True)
        kept = [row for row in rows[1:] if "990100000000," in row[:30] or "东区" in row[:20]]
        (origin / "catalogue" / name).write_text(rows[0] + "".join(kept), "utf-8")
    commit(origin, {"content/.gitkeep": ""})
    git(tmp_path, "clone", "-q", str(origin), "root")
    (tmp_path / "nightly.sh").write_text(SCRIPT, "utf-8")
    return tmp_path


def run_nightly(place: Path, stamp: str, keep: int = 14) -> int:
    """Run the script at a moment: a `date` of the test's own stands first in the path."""
    clock = place / "bin" / "date"
    clock.parent.mkdir(exist_ok=True)
    clock.write_text(
        f'#!/bin/sh\ncase "$1" in\n+%F) echo 2026-11-20 ;;\n*) echo {stamp} ;;\nesac\n', "utf-8"
    )
    clock.chmod(0o755)
    values = {"PRODUCT": ROOT, "ROOT": place / "root", "SITES": place / "sites", "KEEP": keep,
              "PYTHON": sys.executable, "PATH": f"{clock.parent}:{os.environ['PATH']}"}  # fmt: skip
    environment = os.environ | {name: str(value) for name, value in values.items()}
    command = ["sh", str(place / "nightly.sh")]
    return subprocess.run(command, env=environment, cwd=place, check=False).returncode


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="cp -al and mv -T are those of Linux")
def test_nightly_script_builds_switches_and_keeps_the_last_ones(place: Path) -> None:
    stamps = ["20261120-002001", "20261121-002001"]

    statuses = [run_nightly(place, stamp, keep=1) for stamp in stamps]

    sites = place / "sites"
    assert statuses == [0, 0]
    assert (sites / "current").readlink() == Path(stamps[-1])
    assert sorted(path.name for path in sites.glob("20*")) == stamps[1:]
    assert (sites / "current" / "990101" / "index.html").is_file()
    assert (sites / "current" / "theme" / "css").is_dir()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="cp -al and mv -T are those of Linux")
def test_a_division_with_an_error_keeps_its_site_and_the_rest_is_switched(place: Path) -> None:
    first = run_nightly(place, "20261120-002001")
    before = (place / "sites/current/990101/index.html").read_bytes()
    wrong = "content/9901/990101/articles/x.md"
    commit(place / "origin", {wrong: "---\ntitle: x\n---\n"})

    second = run_nightly(place, "20261121-002001")

    assert (first, second) == (0, 1)
    assert (place / "sites/current").readlink() == Path("20261121-002001")
    assert (place / "sites/current/990101/index.html").read_bytes() == before
    assert "key-missing" in (place / "sites/report.txt").read_text("utf-8")


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="mv -T is that of Linux")
def test_rolling_back_as_described_leads_to_the_earlier_sites(place: Path) -> None:
    sites = place / "sites"
    for name in ("20261121-002003", "20261122-002003"):
        (sites / name).mkdir(parents=True)
    (sites / "current").symlink_to("20261122-002003")
    line = next(line for line in block("sh", "mv -T next current").splitlines() if "ln -" in line)

    subprocess.run(["sh", "-c", line], cwd=sites, check=True)

    assert (sites / "current").readlink() == Path("20261121-002003")


def test_the_list_of_the_page_starts_a_root(tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(block("csv", "区划代码"), "utf-8")

    started = start(tmp_path / "root", tmp_path / "list.csv", date(2026, 11, 20))

    assert [division.kind for division in started.register] == ["市", "县", "镇", "村"]


@pytest.mark.parametrize(
    "words",
    ["X-Content-Type-Options", "Referrer-Policy", "frame-ancestors", "max-age=86400", "404.html",
     "utf-8", "Cache-Control"],
)  # fmt: skip
def test_both_servers_get_the_same_headers(words: str) -> None:
    assert words in block("nginx", "server {")
    assert words in block("apache", "VirtualHost")


def test_every_setting_of_the_site_is_explained() -> None:
    derived = {"DISCLOSURE_ROOT", "DISCLOSURE_DIVISION", "DISCLOSURE_THEME", "DISCLOSURE_HOME"}
    ours = {name for name in vars(pelicanconf) if name.startswith("DISCLOSURE_")} - derived

    assert [name for name in sorted(ours) if f"`{name}`" not in PAGE] == []
