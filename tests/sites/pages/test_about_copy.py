"""A copy tells of which commit it is; a commit changes the page that tells it and no other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from disclosure.search.script import read_call
from disclosure.sites.build import Request, build_sites
from tests.history.repository import commit, git
from tests.sites.trees import DAY, SMALL, VILLAGE, content_of

CODE, COUNTY = "990101100201", "990101"
LEASE = f"{VILLAGE}/notices/pond-lease.md"
TELLING = {"about-copy.html", "build.js"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small tree, committed and built."""
    root = tmp_path_factory.mktemp("copy") / "root"
    shutil.copytree(SMALL, root)
    (root / ".gitignore").write_text(".build/\noutput/\n")
    commit(root, {})
    build(root)
    return root


def build(root: Path) -> list[str]:
    """Build with what is known; return the sites that were made again."""
    built = build_sites(Request(root, root / "output", DAY, is_kept=True))
    assert built.problems == ()
    return [one.division.code for one in built.outcomes if one.witness]


def head(root: Path) -> str:
    return git(root, "rev-parse", "HEAD").strip()


def told(root: Path, code: str = CODE) -> dict[str, str]:
    found: dict[str, str] = read_call("build", (root / "output" / code / "build.js").read_text())
    return found


def test_copy_names_the_newest_commit_of_its_content(root: Path) -> None:
    page = (root / "output" / CODE / "about-copy.html").read_text("utf-8")

    assert told(root) == {"site": CODE, "commit": head(root), "day": "2026-11-01"}
    assert head(root) in page
    assert "tasks.py verify" in page
    assert "mirror verify" in page


def test_every_foot_leads_to_the_page(root: Path) -> None:
    home = (root / "output" / CODE / "index.html").read_text("utf-8")

    assert 'href="./about-copy.html">版本与核对</a>' in home


def test_commit_changes_the_page_that_tells_it_and_no_other(root: Path) -> None:
    before, first = content_of(root / "output"), head(root)
    # No file is touched, as where what was built is committed afterwards.
    git(root, "update-index", "--chmod=+x", LEASE)
    git(root, "commit", "--quiet", "--message", "change")

    made = build(root)
    after = content_of(root / "output")

    changed = {name for name in before if before[name] != after[name]}
    assert made == [CODE]
    assert changed == {f"{CODE}/{name}" for name in TELLING}
    assert after.keys() == before.keys()
    assert told(root)["commit"] == head(root) != first
    assert told(root, COUNTY)["commit"] == first


def test_copy_made_without_git_says_that_no_commit_is_known(tmp_path: Path) -> None:
    shutil.copytree(SMALL, tmp_path / "root")

    build_sites(Request(tmp_path / "root", tmp_path / "output", DAY))

    page = (tmp_path / "output" / CODE / "about-copy.html").read_text("utf-8")
    assert "不能写明出自哪一次提交" in page
    assert "最近一次提交" not in page
