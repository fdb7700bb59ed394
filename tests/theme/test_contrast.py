"""Every pair of colours can be told apart, in the theme's tokens and in the sample of a restyle."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.theme.contrast import PAIRS, THEME, contrast, names, ratios, schemes, table

DOCS = Path(__file__).parents[2] / "docs"
SAMPLE = DOCS / "restyle" / "tokens.css"
FILES = pytest.mark.parametrize("file", [THEME, SAMPLE], ids=["theme", "sample"])


@FILES
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_pair_has_the_contrast_it_needs(file: Path, scheme: str) -> None:
    colours = schemes(file)[scheme]

    weak = {
        (pair.name, surface): round(ratio, 2)
        for pair in PAIRS
        for surface, ratio in zip(pair.surfaces, ratios(pair, colours), strict=True)
        if ratio < pair.least
    }

    assert weak == {}


@FILES
def test_dark_changes_the_colours(file: Path) -> None:
    light, dark = schemes(file).values()

    assert light["paper"] != dark["paper"]
    assert light.keys() == dark.keys()


def test_contrast_is_that_of_wcag() -> None:
    assert round(contrast("#000000", "#ffffff"), 2) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize(
    ("file", "page"),
    [(THEME, DOCS / "theme.md"), (SAMPLE, DOCS / "restyle" / "README.md")],
    ids=["theme", "sample"],
)
def test_table_of_contrasts_is_up_to_date(file: Path, page: Path) -> None:
    expected = table(file)

    assert expected in page.read_text("utf-8"), f"{page.name} needs this table:\n{expected}"


def test_sample_names_every_token_and_no_other() -> None:
    assert names(SAMPLE) == names(THEME)


def test_page_on_the_theme_names_every_token() -> None:
    page = (DOCS / "theme.md").read_text("utf-8")

    assert [name for name in sorted(names(THEME)) if f"`--{name}`" not in page] == []
