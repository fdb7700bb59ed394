"""The sample workflows are read by a strict reader, and what they run does what the page tells."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from disclosure.marked import load_marked
from disclosure.starting.start import SAMPLE_BY_WORKFLOW
from tests.history.repository import commit, git
from tests.sites.trees import SMALL, VILLAGE

ROOT = Path(__file__).parents[2]
SAMPLES = sorted(SAMPLE_BY_WORKFLOW.values())
PAGE = (ROOT / "docs/ci/README.zh.md").read_text("utf-8")
LEASE = f"{VILLAGE}/notices/pond-lease.md"


def texts_of(sample: str) -> list[str]:
    """Return every text of a workflow, those of several lines as they are run."""
    return [value.text for value in load_marked(ROOT / sample, sample).walk()]


def steps_of(sample: str) -> list[str]:
    """Return what a workflow runs to check what changed, to preview it and to link it."""
    return [text for text in texts_of(sample) if "--changed-since" in text or "printf" in text]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A clone in which an entry was changed, below the folder in which a workflow runs."""
    root = Path(shutil.copytree(SMALL, tmp_path / "content-root"))
    commit(root, {})
    git(root, "branch", "base")
    text = (root / LEASE).read_text("utf-8")
    commit(root, {LEASE: text.replace("title: ", "title: 新")}, "2026-11-20T12:00:00+08:00")
    return tmp_path


def run(sample: str, place: Path, **values: str) -> int:
    """Run the steps of a workflow in one shell; return the status of the check."""
    folder = place / "content-root" if "gitlab" in sample else place
    script = "\n".join(step.replace("exit $status", "true") for step in steps_of(sample))
    for name in ("/tmp/product", "product"):
        script = script.replace(f"{name}/.venv/bin/python {name}/tasks.py", '"$PYTHON" "$PROGRAM"')
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHON": sys.executable,
        "PROGRAM": str(ROOT / "tasks.py"),
        "BASE": "base",
        "CI_MERGE_REQUEST_DIFF_BASE_SHA": "base",
        "RUN": "https://example.org/run/1",
        "CI_JOB_URL": "https://example.org/run/1",
        "GITHUB_STEP_SUMMARY": str(place / "summary.md"),
        **values,
    }
    command = ["bash", "-e", "-c", f"{script}\nexit $status"]
    return subprocess.run(command, cwd=folder, env=environment, check=False).returncode


def made(sample: str, place: Path, name: str) -> Path:
    return (place / "content-root" if "gitlab" in sample else place) / name


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_workflow_comments_on_what_changed_and_packs_the_preview(
    sample: str, place: Path
) -> None:
    status = run(sample, place)

    report = made(sample, place, "report.md").read_text("utf-8")
    assert status == 0
    assert report.startswith("**共检查 1 条")
    assert "[下载预览](https://example.org/run/1" in report
    with zipfile.ZipFile(made(sample, place, "preview.zip")) as archive:
        assert "新甲村二号塘承包公告" in archive.read("index.html").decode()


@pytest.mark.parametrize("sample", SAMPLES)
def test_an_error_fails_the_check_and_is_in_comment_and_preview(sample: str, place: Path) -> None:
    root = place / "content-root"
    text = (root / LEASE).read_text("utf-8")
    commit(root, {LEASE: text.replace("category: ", "category: X")})

    status = run(sample, place)

    assert status == 1
    assert "category-unknown" in made(sample, place, "report.md").read_text("utf-8")
    with zipfile.ZipFile(made(sample, place, "preview.zip")) as archive:
        assert "网页没有生成" in archive.read("index.html").decode()


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_workflow_installs_caches_and_comments(sample: str) -> None:
    script = "\n".join(texts_of(sample))

    for words in ("make -C", "check --root", "comment" if "lab" not in sample else "notes"):
        assert words in script
    assert any(text.rstrip("/").endswith(".build") for text in texts_of(sample))


@pytest.mark.parametrize("sample", [one for one in SAMPLES if "gitlab" not in one])
def test_the_key_is_given_to_the_checks_alone(sample: str) -> None:
    jobs = load_marked(ROOT / sample, sample).get("jobs")
    job = jobs.get("check") if jobs else None
    steps = job.get("steps") if job else None

    with_key = {
        step.text_of("name")
        for step in (steps.items if steps else None) or ()
        if any("secrets.DISCLOSURE_BUILD_KEY" in text.text for text in step.walk())
    }

    assert with_key == {"检查全部", "检查改动"}


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_page_names_each_sample_and_where_it_goes(sample: str) -> None:
    (path,) = [path for path, one in SAMPLE_BY_WORKFLOW.items() if one == sample]

    assert f"[{Path(sample).name}]({Path(sample).name}) | `{path}` |" in PAGE
