"""Generates ledgers for the measurements of tables: months of every village, or one large file."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from random import Random
from zlib import crc32

from msgspec import Struct

from bench.entries import DESCRIPTOR, Draft, header, words_for
from bench.generate import write_text
from bench.places import Place, write_registers
from bench.tables import ACCOUNT, LEDGER, SPENT, opening, person, yuan
from bench.timing import AS_OF, Moment, Timing
from bench.wording import RECIPES
from disclosure.division import Level, expand
from disclosure.period import Period
from disclosure.rules.facts import load_facts

CATEGORY = "E0202"
LINES = 24  # a month
ONE_ROW = 2  # the rows beside the small expenses: what came in, and what a change of balance takes
Row = tuple[str, ...]


class Made(Struct, frozen=True):
    """How many divisions and ledgers were written, and the table of the last of them."""

    divisions: int
    ledgers: int
    last: Path


def generate_ledgers(root: Path, places: tuple[Place, ...], months: int, seed: int) -> Made:
    """Write registers, and `months` ledgers of every village, the latest months there are."""
    write_registers(root, places)
    timing = Timing(load_facts(root, AS_OF))
    recipe = next(recipe for recipe in RECIPES if recipe.category == CATEGORY)
    category = timing.facts.catalogue.categories[CATEGORY]
    ledgers, last = 0, root
    for place in places:
        if place.level is not Level.VILLAGE:
            continue
        rng = Random(f"{seed} {place.code}")
        for nth in range(months):
            body = place.bodies[place.main]
            moment = timing.moment(category, body, place.code, body[-2:], rng, nth)
            assert moment is not None, f"the holidays known do not reach back {months} months"
            last = write_ledger(root, Draft(place, recipe, moment, nth), timing, rng)
            ledgers += 1
    return Made(len(places), ledgers, last)


def write_ledger(root: Path, draft: Draft, timing: Timing, rng: Random) -> Path:
    """Write the package of one month; return its table."""
    folder = root / draft.place.folder / "data" / draft.name
    folder.mkdir(parents=True)
    head = header(draft, words_for(draft, rng), timing.facts, rng)
    descriptor = DESCRIPTOR.format(
        name=draft.name, head=head, description="本月各项收支", table="village_ledger"
    )
    lines = (LEDGER, *month_lines(draft.place, draft.moment))
    write_text(f"{folder}/datapackage.yaml", descriptor)
    write_text(f"{folder}/rows.csv", "".join(",".join(line) + "\n" for line in lines))
    return folder / "rows.csv"


def month_lines(place: Place, moment: Moment, lines: int = LINES) -> Iterator[Row]:
    """Yield the lines of a month, which lead from its opening balance to the next one's."""
    assert moment.period is not None
    month = moment.period
    change = opening(place, month.following()) - opening(place, month)
    spent = [small_expense(place, month, number) for number in range(lines - ONE_ROW)]
    works = ("支出", "在建工程", "水渠加固工程进度款（第二标段）", 100 + max(-change, 0))
    total = sum(amount for *_, amount in spent) + works[3]
    moves = [("收入", "经营收入", "集体厂房当月租金（两间）", total + change), *spent, works]
    balance = opening(place, month)
    for number, (direction, subject, summary, amount) in enumerate(moves, 1):
        balance += amount if direction == "收入" else -amount
        day = month.first + timedelta(days=number * 27 // lines)
        yield (
            expand(place.code), str(month), ACCOUNT, str(number), day.isoformat(),
            f"记-{month}-{number:06}", direction, subject, summary, yuan(amount), "", "集体自有",
            person(place, 0), person(place, 1), yuan(balance), "同意", moment.formed.isoformat(),
        )  # fmt: skip


def small_expense(place: Place, month: Period, number: int) -> tuple[str, str, str, int]:
    """Return one of the small expenses of a month, in fen."""
    subject, words, unit = SPENT[number % len(SPENT)]
    some = 2 + crc32(f"{place.code} {month} {number}".encode()) % 16
    return "支出", subject, words.format(some), some * unit * 100


def generate_large(root: Path, place: Place, above: tuple[Place, ...], lines: int) -> Path:
    """Write one ledger of many lines for a village; return its table."""
    write_registers(root, (*above, place))
    timing = Timing(load_facts(root, AS_OF))
    recipe = next(recipe for recipe in RECIPES if recipe.category == CATEGORY)
    category = timing.facts.catalogue.categories[CATEGORY]
    rng = Random(place.code)
    body = place.bodies[place.main]
    moment = timing.moment(category, body, place.code, body[-2:], rng, 0)
    assert moment is not None
    path = write_ledger(root, Draft(place, recipe, moment, 0), timing, rng)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(LEDGER)
        writer.writerows(month_lines(place, moment, lines))
    return path
