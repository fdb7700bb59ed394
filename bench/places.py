"""The places content is made for: read from any list of divisions, or made up to a given shape."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from zlib import crc32

from msgspec import Struct

from disclosure.division import Level, expand, level_of, shorten

FICTIONAL = "99"  # no real division's code begins so
DUTY_FROM = "2024-01-01"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
DIVISION_COLUMNS = (
    "code", "name", "level", "kind", "parent", "valid_from", "valid_to", "replaced_by",
    "duty_from", "office", "phone", "address", "hours",
)  # fmt: skip
HOURS = "周一至周五 9:00—12:00，13:30—17:30"
ENDINGS = ("街道", "社区", "居委会", "村委会", "新区", "区", "市", "县", "镇", "乡", "村")


class Place(Struct, frozen=True):
    """A division to make content for; `code` is short, `bodies` are its publishers by kind."""

    code: str
    name: str
    level: Level
    kind: str
    phone: str
    bodies: dict[str, str]

    @property
    def is_real(self) -> bool:
        """True where the name may be a real place's: invented figures must say so beside it."""
        return not self.code.startswith(FICTIONAL)

    @property
    def main(self) -> str:
        """The kind of the body that publishes most: the government, or the village's committee."""
        return "committee" if self.level is Level.VILLAGE else "government"

    @property
    def folder(self) -> str:
        lengths = [level.digits for level in Level if level.digits <= len(self.code)]
        return "/".join(["content", *(self.code[:length] for length in lengths)])


def read_places(path: Path) -> tuple[Place, ...]:
    """Return the divisions of a list with at least the columns code, name, level and parent."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = sorted((shorten(row["code"]), row["name"]) for row in csv.DictReader(file))
    return tuple(place_of(code, name) for code, name in rows)


def make_places(shape: tuple[int, ...], prefix: str = FICTIONAL) -> tuple[Place, ...]:
    """Return a made-up tree: how many cities, counties, townships and villages there are in all.

    Names come from the sexagenary cycle, so that nobody takes them for places.
    """
    cities, counties, townships, villages = shape
    rows: list[tuple[str, str]] = []
    above = [f"{prefix}{number:02}" for number in range(1, cities + 1)]
    rows += [(code, cycle(number) + "市") for number, code in enumerate(above)]
    above = [*spread(above, counties, ("{:02}",), 1, rows, ("区",))]
    above = [*spread(above, townships, ("{:03}", "1{:02}"), 1, rows, ("街道", "镇"))]
    [*spread(above, villages, ("{:03}", "2{:02}"), 1, rows, ("社区", "村"))]
    return tuple(place_of(code, name) for code, name in sorted(rows))


def spread(
    above: list[str],
    total: int,
    forms: tuple[str, ...],
    first: int,
    rows: list[tuple[str, str]],
    endings: tuple[str, ...],
) -> Iterator[str]:
    """Yield `total` codes shared out evenly below some codes, and add their rows.

    A third of them take the first form and ending (streets, communities), the others the last.
    """
    for index, code in enumerate(above):
        count = total * (index + 1) // len(above) - total * index // len(above)
        for number in range(count):
            which = -1 if number >= count // 3 else 0
            below = code + forms[which].format(first + number)
            rows.append((below, cycle(index + number) + endings[which]))
            yield below


def cycle(number: int) -> str:
    """Return the name of a place in the cycle of sixty, then in pairs of them."""
    name = STEMS[number % 10] + BRANCHES[number % 12]
    return name if number < 60 else name + cycle(number // 60)


def place_of(code: str, name: str) -> Place:
    """Return a place with its bodies; phone numbers are in no real area."""
    level = level_of(code)
    kind = next((ending for ending in ENDINGS if name.endswith(ending)), "")
    phone = f"0904-{crc32(code.encode()) % 1_000_000:06}0"
    if level is not Level.VILLAGE:
        seat = "办事处" if kind == "街道" else "人民政府"
        bodies = {"government": name + seat}
        if level is not Level.TOWNSHIP:
            bodies["department"] = name + "民政局"
        return Place(code, name, level, kind, phone, bodies)
    short = name.removesuffix("村委会").removesuffix("居委会")
    is_community = kind in ("社区", "居委会") or not name.endswith(("村", "村委会"))
    committee, watch = ("居民委员会", "居务") if is_community else ("村民委员会", "村务")
    bodies = {
        "committee": short + committee,
        "supervision": short + watch + "监督委员会",
        "collective": short + "股份经济合作社",
    }
    return Place(code, name, level, kind, phone, bodies)


def write_registers(root: Path, places: tuple[Place, ...]) -> None:
    """Write `divisions.csv` and `publishers.csv` of the product under `root`."""
    folder = root / "catalogue"
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "divisions.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(DIVISION_COLUMNS)
        writer.writerows(map(division_row, places))
    with (folder / "publishers.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("name", "division", "kind", "phone"))
        for place in places:
            for index, (kind, name) in enumerate(place.bodies.items()):
                writer.writerow((name, expand(place.code), kind, phone_of(place, index)))


def division_row(place: Place) -> tuple[str, ...]:
    """Return the row of a place in the product's columns."""
    parent = place.folder.split("/")[-2]
    return (
        expand(place.code),
        place.name,
        place.level.value,
        place.kind,
        expand(parent) if parent != "content" else "",
        "",
        "",
        "",
        DUTY_FROM,
        place.bodies[place.main],
        place.phone,
        f"{place.name}政务服务点1号",
        HOURS,
    )


def phone_of(place: Place, index: int) -> str:
    """Return the phone of a body: the division's with another last digit."""
    return place.phone[:-1] + str(index)
