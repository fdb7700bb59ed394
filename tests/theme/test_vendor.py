"""Scripts of others lie unchanged beside the file that says where they are from."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

VENDOR = Path(__file__).parents[2] / "theme" / "static" / "js" / "vendor"
SCRIPTS = sorted(VENDOR.glob("*.js"))


def test_there_are_some() -> None:
    assert [script.name for script in SCRIPTS] == ["lunr.min.js"]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_script_is_the_one_that_was_published(script: Path) -> None:
    said = (VENDOR / f"{script.name.split('.')[0]}.txt").read_text("utf-8")

    version = re.search(r"is \S+ (\d+\.\d+\.\d+), unchanged", said)
    assert version
    assert f"sha256 {sha256(script.read_bytes()).hexdigest()}\n" in said
    assert version[1] in script.read_text("utf-8")
    assert "Permission is hereby granted, free of charge" in said
