"""Runs the theme's scripts in Node, where there is one: `pytest.mark.node` skips the test else."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

SCRIPTS = Path(__file__).parent / "js"
LONGEST = 300  # seconds


def find_node() -> str | None:
    return shutil.which("node") or shutil.which("nodejs")


def run_node(script: str, given: object, *arguments: str) -> Any:
    """Return what a script of tests/js makes of a value: JSON in, JSON out."""
    node = find_node()
    assert node
    done = subprocess.run(
        [node, str(SCRIPTS / script), *arguments],
        input=json.dumps(given),  # ASCII: lone surrogates arrive as they are
        capture_output=True,
        encoding="utf-8",
        timeout=LONGEST,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-4000:]
    return json.loads(done.stdout)
