"""`divisions.json`: the division, those above it and all below it, each with its site."""

from __future__ import annotations

from disclosure.division import Division
from disclosure.sites.pages.api import FOLDER
from disclosure.sites.pages.interface import write_json
from disclosure.sites.site import Site

FILE = f"{FOLDER}/divisions.json"


def write_divisions(site: Site) -> str:
    """Return the divisions around a site: above it from the top, itself, then below it by code.

    From that of the city a program finds its way to every site; merged divisions name their
    successor.
    """
    below = site.facts.register.descendants(site.division)
    found = (*site.ancestors, site.division, *sorted(below, key=lambda one: one.code))
    head = {"division": site.division.code}
    return write_json({**head, "divisions": [to_json(one, site) for one in found]})


def to_json(division: Division, site: Site) -> dict[str, object]:
    """Return one division; `url` is null where the build holds no site of it."""
    is_own = division.code == site.division.code
    home = "index.html" if is_own else f"../{division.code}/index.html"
    return {**named(division), "url": home if is_own or division.code in site.built else None}


def named(division: Division) -> dict[str, object]:
    """Return what a division is, and where it belongs."""
    return {
        "division": division.code,
        "code": division.full_code,
        "name": division.name,
        "level": division.level.value,
        "kind": division.kind,
        "parent": division.parent,
        "replaced_by": division.replaced_by,
    }
