"""A plain `pelican` run builds the city's own site and enforces the same rules."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from disclosure.catalogue import PRODUCT
from tests.sites.trees import SMALL, copy_small


def run_pelican(root: Path, output: Path) -> subprocess.CompletedProcess[str]:
    """Run the program itself with the product's settings on another root's city."""
    settings = root / "settings.py"
    settings.write_text(
        f"import sys\nsys.path.append({str(PRODUCT)!r})\nfrom pelicanconf import *\n"
        f"PLUGIN_PATHS = [{str(PRODUCT / 'plugins')!r}]\nTHEME = {str(PRODUCT / 'theme')!r}\n"
        f"PATH = 'content/9901'\nDISCLOSURE_ROOT = {str(root)!r}\n"
        "DISCLOSURE_AS_OF = '2026-11-20'\n"
    )
    command = [sys.executable, "-m", "pelican", "-s", str(settings), "-o", str(output)]
    return subprocess.run(command, cwd=PRODUCT, capture_output=True, text=True, check=False)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_small(tmp_path)


def test_city_is_built(root: Path, tmp_path: Path) -> None:
    done = run_pelican(root, tmp_path / "output")

    assert done.returncode == 0
    assert (tmp_path / "output" / "articles" / "parking-rules.html").is_file()
    assert (tmp_path / "output" / "theme" / "css" / "base.css").is_file()


def test_error_stops_it_with_the_problem_and_no_traceback(root: Path, tmp_path: Path) -> None:
    rules = root / "content" / "9901" / "articles" / "parking-rules.md"
    rules.write_text(rules.read_text("utf-8").replace("S0201", "S9999"), "utf-8")

    done = run_pelican(root, tmp_path / "output")

    assert done.returncode == 1
    assert "category-unknown" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (tmp_path / "output" / "index.html").exists()


def test_small_tree_stays_as_it_is() -> None:
    assert not (SMALL / "output").exists()
