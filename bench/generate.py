"""Makes content for every division of a register: clean, and by one seed always the same bytes.

python bench/generate.py --out DIR [--divisions FILE | --shape 1,20,316,3338]
    [--entries N] [--seed S]
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from random import Random

from msgspec import Struct

if not __package__:  # run as a file, not as a module
    sys.path[0] = str(Path(__file__).resolve().parents[1])

from bench.entries import Draft, write_entry, write_package
from bench.places import FICTIONAL, Place, make_places, read_places, write_registers
from bench.timing import AS_OF, Timing
from bench.wording import RECIPES, Recipe
from disclosure.catalogue import Kind
from disclosure.division import Level
from disclosure.rules.facts import Facts, load_facts

SHAPE_2012 = (1, 20, 316, 3338)  # cities, counties, townships and villages of a large city in 2012
LINKED = 8  # how many earlier entries a later one may link to


class Made(Struct, frozen=True):
    """How much was written."""

    divisions: int
    entries: int
    packages: int
    characters: int


def generate(root: Path, places: tuple[Place, ...], entries: int, seed: int) -> Made:
    """Write registers and `entries` publications a division under `root`."""
    write_registers(root, places)
    facts = load_facts(root, AS_OF)
    timing = Timing(facts)
    recipes = {level: recipes_of(level, facts) for level in Level}
    written = packages = characters = 0
    for place in places:
        for draft, size in fill_division(root, place, recipes[place.level], entries, seed, timing):
            written += 1
            packages += draft.recipe.kind is Kind.DATA
            characters += size
    return Made(len(places), written, packages, characters)


def recipes_of(level: Level, facts: Facts) -> tuple[Recipe, ...]:
    """Return the recipes a level may publish, by the catalogue and by the recipe itself."""
    return tuple(
        recipe
        for recipe in RECIPES
        if level in recipe.levels and level in facts.catalogue.categories[recipe.category].levels
    )


def fill_division(
    root: Path, place: Place, recipes: tuple[Recipe, ...], entries: int, seed: int, timing: Timing
) -> list[tuple[Draft, int]]:
    """Write the entries of one division, each recipe in turn; the first differs by division."""
    rng = Random(f"{seed} {place.code}")
    base = root / place.folder
    made: list[tuple[Draft, int]] = []
    earlier: list[str] = []
    known: set[str] = set()
    start = turn = rng.randrange(len(recipes))
    while len(made) < entries:
        recipe, nth = recipes[turn % len(recipes)], (turn - start) // len(recipes)
        turn += 1
        draft = plan(place, recipe, nth, len(made) + 1, timing, rng)
        if draft is None:
            continue
        folder = base / recipe.kind.value
        if recipe.kind is Kind.DATA:
            folder /= draft.name
        if str(folder) not in known:
            folder.mkdir(parents=True, exist_ok=True)
            known.add(str(folder))
        if recipe.kind is Kind.DATA:
            descriptor, table = write_package(draft, timing.facts, rng)
            write_text(f"{folder}/datapackage.yaml", descriptor)
            write_text(f"{folder}/rows.csv", table)
            size = len(descriptor) + len(table)
        else:
            text = write_entry(draft, tuple(earlier), timing.facts, rng)
            write_text(f"{folder}/{draft.name}.md", text)
            size = len(text)
        if len(earlier) < LINKED:
            earlier.append(f"{recipe.kind.value}/{draft.name}")
        made.append((draft, size))
    return made


def plan(
    place: Place, recipe: Recipe, nth: int, serial: int, timing: Timing, rng: Random
) -> Draft | None:
    """Return the next entry of a recipe, or None where a periodic one has no period left."""
    category = timing.facts.catalogue.categories[recipe.category]
    group = (place.level, place.bodies[place.main][-2:])
    moment = timing.moment(category, place.bodies[place.main], place.code, group, rng, nth)
    return Draft(place, recipe, moment, serial) if moment else None


def write_text(path: str, text: str) -> None:
    """Write a file with plain system calls: many thousands are written."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644)
    try:
        os.write(handle, text.encode())
    finally:
        os.close(handle)


def read_shape(text: str) -> tuple[int, int, int, int]:
    """Return the four numbers of `1,20,316,3338`."""
    cities, counties, townships, villages = map(int, text.split(","))
    return cities, counties, townships, villages


def add_place_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that say which divisions there are."""
    parser.add_argument("--divisions", type=Path, help="CSV with code, name, level, parent")
    parser.add_argument("--shape", type=read_shape, default=SHAPE_2012, help="made-up register")
    parser.add_argument("--prefix", default=FICTIONAL, help="of the made-up register's codes")
    parser.add_argument("--seed", type=int, default=1)


def places_of(options: argparse.Namespace) -> tuple[Place, ...]:
    """Return the divisions the options ask for."""
    if options.divisions:
        return read_places(options.divisions)
    return make_places(options.shape, options.prefix)


def main(arguments: list[str]) -> int:
    """Generate as the command line asks and say what was made."""
    parser = argparse.ArgumentParser(prog="python bench/generate.py", description=__doc__)
    add_place_options(parser)
    parser.add_argument("--entries", type=int, default=10, help="a division")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args(arguments)
    start = time.perf_counter()
    made = generate(options.out, places_of(options), options.entries, options.seed)
    seconds = time.perf_counter() - start
    print(
        f"{made.divisions} divisions, {made.entries} entries ({made.packages} data packages), "
        f"{made.characters / max(made.entries, 1):.0f} characters an entry, {seconds:.1f} s, "
        f"{made.entries / seconds:.0f} entries/s"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
