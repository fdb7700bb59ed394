"""What a village point holds."""

from __future__ import annotations

from disclosure.bundle.parts import COMMON, Part
from disclosure.bundle.places import Place, places_of, read_places, write_places
from disclosure.bundle.subscription import Wish, everything, subscribe
from tests.bundle.sites import CITY, COUNTY, OTHER, PLACES, TOWN, VILLAGE


def test_a_village_holds_its_site_and_the_pages_of_those_above() -> None:
    held = subscribe(PLACES, [Wish(VILLAGE)])

    assert {site: sorted(part.value for part in parts)
            for site, parts in held.parts_by_site.items()} == {
        VILLAGE: ["data", "gathered", "pages", "search"],
        TOWN: ["pages"],
        COUNTY: ["pages"],
        CITY: ["pages"],
        COMMON: ["theme"],
    }  # fmt: skip


def test_neighbours_are_held_as_wholly_and_parts_are_added_by_choice() -> None:
    held = subscribe(PLACES, [Wish(VILLAGE, (OTHER,), ((COUNTY, Part.SEARCH),))])

    assert held.parts_by_site[OTHER] == held.parts_by_site[VILLAGE]
    assert held.parts_by_site[COUNTY] == {Part.PAGES, Part.SEARCH}
    assert not held.holds(CITY, Part.SEARCH)


def test_what_several_points_need_is_held_once() -> None:
    held = subscribe(PLACES, [Wish(VILLAGE), Wish(TOWN)])

    assert held.holds(TOWN, Part.DATA)
    assert held.holds(VILLAGE, Part.DATA)
    assert not held.holds(OTHER, Part.PAGES)


def test_a_place_without_a_site_is_left_out() -> None:
    places = places_of([Place(VILLAGE, "甲村", TOWN), Place(CITY, "云州市")])

    held = subscribe(places, [Wish(VILLAGE, ("990199",))])

    assert set(held.parts_by_site) == {VILLAGE, COMMON}


def test_everything_is_all_parts_of_all_sites() -> None:
    held = everything(PLACES)

    assert held.holds(COMMON, Part.FRONT)
    assert all(held.holds(place.code, Part.API) for place in PLACES)


def test_places_are_read_as_they_were_written() -> None:
    assert read_places(write_places(PLACES)) == PLACES


def test_places_that_belong_to_each_other_in_a_circle_end() -> None:
    places = places_of([Place("9901", "甲", "9902"), Place("9902", "乙", "9901")])

    assert places.above("9901") == ("9902", "9901")
