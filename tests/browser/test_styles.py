"""The style sheets keep their promises: contrast in both schemes, no ids, nothing fetched."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CSS = Path(__file__).parents[2] / "theme" / "static" / "css"
SHEETS = sorted(CSS.glob("*.css"))
COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
DARK = "prefers-color-scheme: dark"
SURFACES = ("paper", "tint", "deep")
TEXTS = ("ink", "soft", "main", "main-strong", "soon", "late")


def colours(scheme: str) -> dict[str, str]:
    light, _, dark = (CSS / "tokens.css").read_text("utf-8").partition(DARK)
    found = dict(COLOUR.findall(light))
    return found | dict(COLOUR.findall(dark)) if scheme == "dark" else found


def luminance(colour: str) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_every_surface(scheme: str) -> None:
    given = colours(scheme)
    pairs = [(text, surface) for text in TEXTS for surface in SURFACES]
    pairs += [("ink", "soon-tint"), ("soft", "soon-tint"), ("soon", "soon-tint")]
    pairs += [("on-plate", "plate")]

    weak = {pair for pair in pairs if contrast(given[pair[0]], given[pair[1]]) < 4.5}

    assert weak == set()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_edges_that_mean_something_can_be_seen(scheme: str) -> None:
    given = colours(scheme)

    weak = {name for name in SURFACES if contrast(given["edge"], given[name]) < 3}

    assert weak == set()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.name)
def test_sheet_uses_no_id_no_force_and_nothing_from_elsewhere(sheet: Path) -> None:
    rules = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    selectors = re.findall(r"([^{};]+)\{", rules)

    assert not [selector for selector in selectors if "#" in selector]
    assert "!important" not in rules
    assert "url(" not in rules
    assert "@import" not in rules


def test_only_the_tokens_name_colours() -> None:
    """Print names black, which paper is printed with whatever the tokens are."""
    coloured = {
        sheet.name
        for sheet in SHEETS
        if sheet.name not in ("tokens.css", "print.css")
        and re.search(r"#[0-9a-fA-F]{3,8}\b|rgb\(|hsl\(", sheet.read_text("utf-8"))
    }

    assert coloured == set()
