from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from disclosure.catalogue import PRODUCT, Override
from disclosure.catalogue.category import load_categories
from disclosure.catalogue.override import load_overrides
from disclosure.division import load_register
from disclosure.problem import DisclosureError
from tests.rules.verbs import SMALL, small_facts

REGISTER = load_register(SMALL)
CATEGORIES = load_categories(PRODUCT)


def load(root: Path, text: str, name: str = "990101") -> dict[str, tuple[Override, ...]]:
    folder = root / "catalogue" / "overrides"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.yml").write_text(text, "utf-8")
    return load_overrides(root, REGISTER, CATEGORIES)


def marks(root: Path, text: str, name: str = "990101") -> list[str]:
    with pytest.raises(DisclosureError) as caught:
        load(root, text, name)
    return [f"{one.code}:{one.line}:{one.field}" for one in caught.value.problems]


def test_place_without_overrides_has_none(tmp_path: Path) -> None:
    assert load_overrides(tmp_path, REGISTER, CATEGORIES) == {}


def test_stricter_figure_binds_the_place_and_what_lies_below(tmp_path: Path) -> None:
    limit = CATEGORIES["S0106"].limit_days
    assert limit == 20

    (override,) = load(tmp_path, "- {category: S0106, limit_days: 10, reason: 试点}\n")["S0106"]

    day = date(2026, 11, 20)
    assert override.applies("990101100201", day)
    assert override.applies("990101", day)
    assert not override.applies("9901", day)
    assert override.move(CATEGORIES["S0106"]).limit_days == 10


def test_nearest_place_is_applied_last(tmp_path: Path) -> None:
    load(tmp_path, "- {category: S0106, limit_days: 5, reason: 镇试点}\n", "990101100")

    overrides = load(tmp_path, "- {category: S0106, limit_days: 10, reason: 区试点}\n")["S0106"]

    assert [override.division for override in overrides] == ["990101", "990101100"]


def test_validity_counts_both_ends(tmp_path: Path) -> None:
    text = (
        "- {category: S0106, limit_days: 10, reason: 试点,"
        " valid_from: 2026-01-01, valid_to: 2026-12-31}\n"
    )

    (override,) = load(tmp_path, text)["S0106"]

    days = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1))
    assert [override.applies("990101", day) for day in days] == [False, True, True, False]


def test_figure_below_the_law_is_refused(tmp_path: Path) -> None:
    text = "- {category: S0106, min_public_days: 10, reason: 版面有限}\n"

    assert marks(tmp_path, text) == ["override-below-law:1:min_public_days"]


def test_laxer_figure_where_law_fixes_none_is_refused(tmp_path: Path) -> None:
    text = "- {category: S0106, limit_days: 60, reason: 山区}\n"

    assert marks(tmp_path, text) == ["override-below-law:1:limit_days"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- {category: S9999, limit_days: 3, reason: 试点}\n", ["override-wrong:1:category"]),
        ("- {category: S0106, limit_days: 3}\n", ["override-wrong:1:reason"]),
        ("- {category: S0106, limit_days: 三, reason: 试点}\n", ["override-wrong:1:limit_days"]),
        ("- {category: S0106, period: 每月, reason: 试点}\n", ["override-wrong:1:period"]),
        ("- {category: S0106, limit: 3, reason: 试点}\n", ["override-wrong:1:limit"]),
        (
            "- {category: S0106, limit_days: 3, reason: 试点, valid_from: 2026/1/1}\n",
            ["override-wrong:1:valid_from"],
        ),
        ("category: S0106\n", ["override-wrong:1:category"]),
        ("- {category: S0106, limit_days: 99999, reason: 试点}\n", ["override-wrong:1:limit_days"]),
        ("- {category: S1002, limit_days: 5, reason: 试点}\n", ["override-wrong:1:limit_days"]),
        ("- 甲\n", ["override-wrong:1:category"]),
        ("- [\n", ["front-matter-not-yaml:2:"]),
    ],
)
def test_wrong_override_is_named(tmp_path: Path, text: str, expected: list[str]) -> None:
    assert marks(tmp_path, text) == expected


def test_file_must_be_named_after_a_division(tmp_path: Path) -> None:
    text = "- {category: S0106, limit_days: 3, reason: 试点}\n"

    assert marks(tmp_path, text, "990199") == ["override-wrong:1:file"]


@pytest.mark.parametrize("name", ["990101.yaml", "990101.yml.bak", "README"])
def test_file_of_another_form_is_not_passed_over(tmp_path: Path, name: str) -> None:
    load(tmp_path, "- {category: S0106, limit_days: 3, reason: 试点}\n")
    (tmp_path / "catalogue" / "overrides" / name).write_text("")

    with pytest.raises(DisclosureError) as caught:
        load_overrides(tmp_path, small_facts().register, small_facts().catalogue.categories)

    assert [problem.value for problem in caught.value.problems] == [name]


def test_catalogue_gives_the_effective_category(tmp_path: Path) -> None:
    catalogue = small_facts().catalogue
    category = catalogue.categories["S0106"]

    assert catalogue.effective(category, "990101100201", date(2026, 11, 20)) == category
