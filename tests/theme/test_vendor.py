"""Scripts of others lie unchanged in the repository; a site says where they are from."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

THEME = Path(__file__).parents[2] / "theme"
SAID = THEME / "static" / "js" / "vendor"
SCRIPTS = sorted((THEME / "scripts" / "vendor").glob("*.js"))


def test_there_are_some() -> None:
    assert [script.name for script in SCRIPTS] == ["lunr.js"]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_script_is_the_one_that_was_published(script: Path) -> None:
    said = (SAID / f"{script.stem}.txt").read_text("utf-8")

    version = re.search(rf"{re.escape(script.name)} (\d+\.\d+\.\d+)\b", said)
    assert version
    assert f"sha256 {sha256(script.read_bytes()).hexdigest()}\n" in said
    assert version[1] in script.read_text("utf-8")
    assert "Permission is hereby granted, free of charge" in said


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_what_is_made_of_it_names_its_author_version_and_licence(script: Path) -> None:
    text = script.read_text("utf-8")
    made = (THEME / "static" / "js" / "search.js").read_text("utf-8")

    version = re.search(r" (\d+\.\d+\.\d+)$", text, re.MULTILINE)
    author = re.search(r"Copyright .+", text)

    assert version
    assert author
    head = "".join(line for line in made.splitlines(keepends=True) if line.startswith("//"))
    assert f"{script.name} {version[1]} " in head
    assert author[0] in head
    assert f"MIT License: vendor/{script.stem}.txt" in head
