"""The kiosk: six doors at most, none to an empty room."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from disclosure.rules.facts import load_facts
from disclosure.sites.pages.kiosk import DOORS, view_doors
from disclosure.sites.site import prepare_site
from tests.sites.small_site import notice, village_site
from tests.sites.trees import SMALL


def test_doors_of_the_village_are_what_it_has(tmp_path: Path) -> None:
    doors = view_doors(village_site(tmp_path, day=date(2026, 11, 12)))

    assert [door.name for door in doors] == ["money", "notices", "matrix", "latest", "contacts"]
    assert doors[0].count == "2026年9月末余额 20,520.00 元"
    assert doors[1].entries[0].until == "2026-11-17"
    assert doors[2].url == "matrix.html"


def test_no_door_leads_to_an_empty_room(tmp_path: Path) -> None:
    facts = load_facts(SMALL, date(2026, 11, 20))

    for division in facts.register:
        site = prepare_site(facts, division, date(2026, 11, 20), frozenset())
        doors = view_doors(site)
        assert 0 < len(doors) <= DOORS
        assert all(door.url or door.entries or door.contacts for door in doors), division.name
        assert len({door.name for door in doors}) == len(doors)


def test_notice_that_ends_first_is_named_on_its_door(tmp_path: Path) -> None:
    files = {"notices/a.md": notice("公示", "2026-11-01", "2026-11-14")}

    doors = view_doors(village_site(tmp_path, files, date(2026, 11, 12)))

    assert (doors[1].count, doors[1].hint) == ("2 件", "最早的11月14日截止，有意见现在提")
