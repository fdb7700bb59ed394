"""What generated entries say, read from `wording.yml`: recipes by category, words to fill with."""

from __future__ import annotations

from pathlib import Path

from msgspec import Struct

from disclosure.catalogue import Kind
from disclosure.division import Level
from disclosure.marked import Given, load_marked


class Recipe(Struct, frozen=True):
    """How one category is written; `elements` and `headings` pair a name with a template."""

    category: str
    kind: Kind
    levels: tuple[Level, ...]
    title: str
    elements: tuple[tuple[str, str], ...]
    headings: tuple[tuple[str, str], ...]
    block: str
    table: str


def recipe_from_given(given: Given) -> Recipe:
    """Return the recipe one item declares."""
    levels = given.get("levels")
    assert levels is not None
    return Recipe(
        category=given.text_of("category"),
        kind=Kind(given.text_of("kind")),
        levels=tuple(map(Level, levels.texts())),
        title=given.text_of("title"),
        elements=pairs(given.get("elements")),
        headings=pairs(given.get("headings")),
        block=given.text_of("block"),
        table=given.text_of("table"),
    )


def pairs(given: Given | None) -> tuple[tuple[str, str], ...]:
    """Return the names and texts of a map, in order."""
    fields = (given.fields or {}) if given else {}
    return tuple((name, value.text) for name, value in fields.items())


def words(given: Given, name: str) -> tuple[str, ...]:
    """Return a list of texts."""
    found = given.get(name)
    assert found is not None
    return found.texts()


def in_turn(recipes: Given | None) -> tuple[Recipe, ...]:
    """Return one recipe of each sort in turn, so that a few entries hold every kind already."""
    assert recipes is not None
    sorts = [sort.items or () for sort in (recipes.fields or {}).values()]
    return tuple(
        recipe_from_given(recipe)
        for index in range(max(map(len, sorts)))
        for sort in sorts
        for recipe in sort[index : index + 1]
    )


GIVEN = load_marked(Path(__file__).with_name("wording.yml"), "bench/wording.yml")
RECIPES = in_turn(GIVEN.get("recipes"))
FILLERS = words(GIVEN, "fillers")
ITEMS = words(GIVEN, "items")
THINGS = words(GIVEN, "things")
ROADS = words(GIVEN, "roads")
GROUPS = words(GIVEN, "groups")
WRITERS = words(GIVEN, "writers")
REVIEWS = words(GIVEN, "reviews")
