"""WCAG contrast of a file of tokens, and the table of it that a restyle must show."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

THEME = Path(__file__).parents[2] / "theme" / "static" / "css" / "tokens.css"
COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
NAME = re.compile(r"^\s*--([a-z0-9-]+):", re.MULTILINE)
DARK = "prefers-color-scheme: dark"

# Whatever text stands on: the page, the band, the bar above it, and the three tinted boxes.
SURFACES = ("paper", "tint", "deep", "main-tint", "soon-tint", "late-tint")
TEXT, SHAPE = 4.5, 3.0  # WCAG 2.2, 1.4.3 and 1.4.11


class Pair(Struct, frozen=True):
    """A line of the table: what is drawn, on which surfaces, and the least contrast."""

    title: str
    name: str
    least: float
    surfaces: tuple[str, ...] = SURFACES


PAIRS = (
    Pair("ink", "ink", TEXT),
    Pair("soft ink", "soft", TEXT),
    Pair("main: links, published", "main", TEXT),
    Pair("main, under the pointer", "main-strong", TEXT),
    Pair("soon: running, due soon", "soon", TEXT),
    Pair("late", "late", TEXT),
    Pair("writing on the plate", "on-plate", TEXT, ("plate",)),
    Pair("edge of fields and boxes", "edge", SHAPE),
)


def schemes(file: Path) -> dict[str, dict[str, str]]:
    """Return the colours by name, light and dark; dark names only what it changes."""
    light, _, dark = file.read_text("utf-8").partition(DARK)
    found = dict(COLOUR.findall(light))
    return {"light": found, "dark": found | dict(COLOUR.findall(dark))}


def names(file: Path) -> set[str]:
    """Return the names of all tokens of a file."""
    return set(NAME.findall(file.read_text("utf-8")))


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    linear = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return sum(weight * part for weight, part in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


def contrast(one: str, other: str) -> float:
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def ratios(pair: Pair, colours: Mapping[str, str]) -> tuple[float, ...]:
    """Return the contrast on each surface of a pair."""
    return tuple(contrast(colours[pair.name], colours[surface]) for surface in pair.surfaces)


def table(file: Path) -> str:
    """Return the table of a file of tokens as Markdown: paper / tint / the lowest of all."""
    head = "| pair | light: paper / tint / lowest | dark: paper / tint / lowest | least |"
    rows = [head, "|---|---|---|---|"]
    for pair in PAIRS:
        cells = " | ".join(cell(pair, colours) for colours in schemes(file).values())
        rows.append(f"| {pair.title} | {cells} | {pair.least:g} |")
    return "\n".join(rows)


def cell(pair: Pair, colours: Mapping[str, str]) -> str:
    found = ratios(pair, colours)
    shown = (*found[:2], min(found)) if len(found) > 1 else found
    return " / ".join(f"{ratio:.1f}" for ratio in shown)
