"""The roles of the network: who signs for which divisions, with how many keys, for how long."""

from __future__ import annotations

from msgspec import Struct

from disclosure.bundle.parts import COMMON

ROOT, TARGETS, SNAPSHOT, TIMESTAMP = "root", "targets", "snapshot", "timestamp"
SITE = "site"
CITY_DIGITS, COUNTY_DIGITS, TOWNSHIP_DIGITS = 4, 6, 9
SIGNING_LEVELS = (CITY_DIGITS, COUNTY_DIGITS)  # digits of the codes that have a key


class Quorum(Struct, frozen=True):
    """How many keys a role has, how many of them must sign, and for how many days it holds."""

    keys: int
    threshold: int
    days: int


# Mirrors hear of a new version within `timestamp.days`, or say that what they show has aged.
QUORUMS = {
    ROOT: Quorum(keys=5, threshold=3, days=365),
    TARGETS: Quorum(keys=3, threshold=2, days=365),
    SNAPSHOT: Quorum(keys=1, threshold=1, days=45),
    TIMESTAMP: Quorum(keys=1, threshold=1, days=45),
}
OFFICE = Quorum(keys=1, threshold=1, days=365)


def quorum_of(role: str) -> Quorum:
    """Return the quorum of a role; the office of a city or a county signs with one key."""
    return QUORUMS.get(role, OFFICE)


def role_of(code: str, city: str) -> str:
    """Return the role that lists the site of a division: its township's, its county's, its city's.

    A village stands in the list of its township, so that a mirror fetches a short list.
    """
    if code == COMMON or len(code) <= CITY_DIGITS:
        return city
    return code[:TOWNSHIP_DIGITS]


def office_of(role: str) -> str:
    """Return whose key signs the list of a role: a county signs for its townships."""
    return role[:COUNTY_DIGITS] if role.isdigit() else role


def above(role: str) -> str:
    """Return the role that hands a division's list on to its signer."""
    return role[:COUNTY_DIGITS] if len(role) > COUNTY_DIGITS else TARGETS


def patterns_of(role: str) -> list[str]:
    """Return the paths that the role of a division may sign, its own codes and no others."""
    if len(role) <= CITY_DIGITS:
        return [f"{role}/{SITE}", f"{COMMON}/{SITE}"]
    return [f"{role}*/{SITE}"]


def path_of(code: str) -> str:
    """Return the path under which a site is signed."""
    return f"{code}/{SITE}"


def code_in(path: str) -> str:
    """Return whose site is signed under a path."""
    return path.partition("/")[0]


def history_file(code: str) -> str:
    """Return where the states of all versions of a site are listed, one a line, the first first."""
    return f"history/{code}.txt"
