"""docs/theme.md names every block, macro, state, sheet and script of the theme."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
THEME = ROOT / "theme"
TEMPLATES = THEME / "templates"
PAGE = (ROOT / "docs" / "theme.md").read_text("utf-8")
BLOCK = re.compile(r"{%-? block (\w+) %}")
MACRO = re.compile(r"{% macro (\w+)\(([^)]*)\) %}")
STATE = re.compile(r'"(\S+)": "(is-[a-z]+)"')


def read(name: str) -> str:
    return (TEMPLATES / name).read_text("utf-8")


def test_every_block_of_the_frames() -> None:
    frames = ("base.html", "_entry.html", "_list.html")
    blocks = {name for frame in frames for name in BLOCK.findall(read(frame))}

    assert len(blocks) > 10
    assert [name for name in sorted(blocks) if f"| `{name}` |" not in PAGE] == []


def test_every_macro_with_its_arguments() -> None:
    macros = [
        f"`{name}({re.sub(r'=[^,)]+', '', arguments)})`"
        for file in sorted((TEMPLATES / "macros").glob("*.html"))
        for name, arguments in MACRO.findall(file.read_text("utf-8"))
    ]

    assert len(macros) > 20
    assert [macro for macro in macros if macro not in PAGE] == []


def test_every_state_with_its_class_and_a_shape_of_its_own() -> None:
    states = STATE.findall(read("macros/state.html"))
    sheet = (THEME / "static" / "css" / "components.css").read_text("utf-8")

    rows = [row for row in PAGE.splitlines() if "`is-" in row]

    assert len(states) > 10
    for word, name in states:
        assert [row for row in rows if word in row and f"`{name}`" in row], word
        assert f".state.{name}::before" in sheet
    assert len({row.split("|")[3] for row in rows}) == len(rows)


def test_every_sheet_and_script() -> None:
    sources = (*THEME.glob("scripts/*.js"), *THEME.glob("scripts/*/*.js"))
    files = [*THEME.glob("static/css/*.css"), *THEME.glob("static/js/*.js"), *sources]

    named = [f"`{file.name}`" if file.suffix == ".js" else f"`{file.stem}`" for file in files]

    assert [name for name in named if name not in PAGE] == []
