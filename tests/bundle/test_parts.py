"""Which part of which site a file belongs to, and where packs end."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclosure.bundle.making.cut import LEAST, MOST, cut
from disclosure.bundle.making.listing import Found
from disclosure.bundle.parts import COMMON, Part, is_alone, part_of
from disclosure.bundle.tar import LARGEST, room_of

PLACES = {
    "index.html": (COMMON, Part.FRONT),
    "sitemap.xml": (COMMON, Part.FRONT),
    "404.html": (COMMON, Part.THEME),
    "robots.txt": (COMMON, Part.THEME),
    "theme/css/base.css": (COMMON, Part.THEME),
    "9901/index.html": ("9901", Part.PAGES),
    "9901/feed.xml": ("9901", Part.PAGES),
    "9901/files/plan.pdf": ("9901", Part.PAGES),
    "9901/search.html": ("9901", Part.PAGES),
    "9901/search/docs-2.js": ("9901", Part.PAGES),
    "9901/search/index/base/t/3.js": ("9901", Part.SEARCH),
    "9901/data/ledger.html": ("9901", Part.PAGES),
    "9901/data/ledger/ledger.csv": ("9901", Part.DATA),
    "9901/data/2026.xlsx": ("9901", Part.DATA),
    "9901/data.json": ("9901", Part.API),
    "9901/catalog.ttl": ("9901", Part.API),
    "9901/api/v1/site.json": ("9901", Part.API),
    "9901/gathered/village_summary.html": ("9901", Part.GATHERED),
}


@pytest.mark.parametrize(("path", "place"), PLACES.items())
def test_the_path_tells_the_part(path: str, place: tuple[str, Part]) -> None:
    assert part_of(path) == place


def test_large_attachments_are_carried_alone_and_large_pages_are_not() -> None:
    assert is_alone("9901/files/list.txt", 70_000)
    assert is_alone("9901/data/2026.xlsx", 70_000)
    assert not is_alone("9901/files/list.txt", 60_000)
    assert not is_alone("9901/matrix.html", 3 << 20)
    assert is_alone("9901/data/all/all.csv", 9 << 20)


def found(paths: Iterable[str], size: int) -> list[Found]:
    return [Found(path, size) for path in sorted(paths)]


@given(st.sets(st.integers(0, 999_999), max_size=400), st.integers(1, 300_000))
def test_packs_hold_every_file_once_in_order_and_are_bounded(numbers: set[int], size: int) -> None:
    files = found((f"9901/a/{number}.html" for number in numbers), size)

    packs = list(cut(files))

    assert [file for pack in packs for file in pack] == files
    assert all(sum(room_of(file.size) for file in pack) <= LARGEST for pack in packs)
    assert all(0 < len(pack) <= MOST for pack in packs)


def test_a_site_of_a_village_is_one_pack() -> None:
    assert len(list(cut(found((f"9901/a/{number}.html" for number in range(500)), 5000)))) == 1


def test_a_new_file_moves_no_border_but_its_own() -> None:
    names = [f"9901/a/{number:05}.html" for number in range(6000)]
    before = list(cut(found(names, 5000)))

    after = list(cut(found([*names, "9901/a/00007-new.html"], 5000)))

    assert len(before) > 5
    assert all(sum(file.size for file in pack) >= LEAST // 2 for pack in before[:-1])
    assert len([pack for pack in after if pack not in before]) <= 2
