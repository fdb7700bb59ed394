"""The style sheets keep their promises: no ids, no force, nothing fetched, colours by name."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.theme.contrast import THEME, names

CSS = THEME.parent
SHEETS = sorted(CSS.glob("*.css"))
OWN_COLOURS = (
    "tokens.css",
    "print.css",
    "board.css",
)  # paper is printed with black, whatever is set
USED = re.compile(r"var\(--([a-z0-9-]+)\)")


def rules(sheet: Path) -> str:
    """Return a sheet without its comments."""
    return re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_sheet_uses_no_id_no_force_and_nothing_from_elsewhere(sheet: Path) -> None:
    text = rules(sheet)
    selectors = re.findall(r"([^{};]+)\{", text)

    assert not [selector for selector in selectors if "#" in selector]
    assert "!important" not in text
    assert "url(" not in text
    assert "@import" not in text


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_sheet_uses_only_tokens_that_there_are(sheet: Path) -> None:
    assert set(USED.findall(rules(sheet))) <= names(THEME)


def test_every_token_is_used() -> None:
    used = {name for sheet in SHEETS for name in USED.findall(rules(sheet))}

    assert names(THEME) - used == set()


def test_only_the_tokens_name_colours() -> None:
    coloured = {
        sheet.name
        for sheet in SHEETS
        if sheet.name not in OWN_COLOURS
        and re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(|hsl\(", rules(sheet))
    }

    assert coloured == set()


def test_braces_are_paired() -> None:
    assert {
        sheet.name for sheet in SHEETS if rules(sheet).count("{") != rules(sheet).count("}")
    } == set()
