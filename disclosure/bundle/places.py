"""The places of a bundle: code, name and what each belongs to, so that no register is needed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from disclosure.bundle.canonical import FORMAT, SITE, fits, from_canonical, to_canonical
from disclosure.bundle.refused import refusal

FILE = "places.json"  # lies beside the theme


class Place(Struct, frozen=True):
    """A division by its short code; `parent` is "" for one that belongs to no other."""

    code: str
    name: str
    parent: str = ""


class Places(Struct, frozen=True):
    """The places that have a site, by code."""

    place_by_code: dict[str, Place]

    def __iter__(self) -> Iterator[Place]:
        return iter(self.place_by_code.values())

    def __contains__(self, code: str) -> bool:
        return code in self.place_by_code

    def name_of(self, code: str) -> str:
        """Return the name of a place, its code where it is not known."""
        place = self.place_by_code.get(code)
        return place.name if place else code

    def above(self, code: str) -> tuple[str, ...]:
        """Return the codes of those a place belongs to, the nearest first."""
        found: list[str] = []
        place = self.place_by_code.get(code)
        while place and place.parent in self.place_by_code and place.parent not in found:
            found.append(place.parent)
            place = self.place_by_code[place.parent]
        return tuple(found)


def places_of(places: Iterable[Place]) -> Places:
    """Return some places by code."""
    return Places({place.code: place for place in sorted(places, key=lambda one: one.code)})


def write_places(places: Places) -> bytes:
    """Return the file of places."""
    listed = [[place.code, place.name, place.parent] for place in places]
    return to_canonical({"format": FORMAT, "places": listed})


def read_places(data: bytes) -> Places:
    """Return the places of a file."""
    match from_canonical(data, FILE):
        case {"format": 1, "places": [*listed], **rest} if not rest:
            return places_of(read_place(one) for one in listed)
    raise odd()


def read_place(value: object) -> Place:
    match value:
        case [str(code), str(name), str(parent)] if fits(code, SITE) and (
            parent == "" or fits(parent, SITE)
        ):
            return Place(code, name, parent)
    raise odd()


def odd() -> Exception:
    return refusal(FILE, "区划名单写法有误", "the list of places is not in its form")
