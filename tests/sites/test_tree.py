"""The tree a visitor picks from: places with a site, and those that lead to one."""

from __future__ import annotations

from disclosure.division import Level, load_register
from disclosure.sites.tree import count_levels, grow_tree
from tests.sites.trees import SMALL


def test_place_without_a_site_stays_where_it_leads_to_one() -> None:
    register = load_register(SMALL)

    city, *others = grow_tree(register, frozenset({"990101100201"}))

    assert not others
    assert (city.division.code, city.url) == ("9901", "")
    county = city.children[0]
    assert [child.division.code for child in county.children] == ["990101100"]


def test_counts_are_of_sites_not_of_places() -> None:
    register = load_register(SMALL)

    counts = count_levels(grow_tree(register, frozenset({"990101100201", "9901"})))

    assert counts == {Level.CITY: 1, Level.COUNTY: 0, Level.TOWNSHIP: 0, Level.VILLAGE: 1}
