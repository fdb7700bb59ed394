"""Holds sites in a folder against what a bundle signs.

What is signed are archives, so they are read: nothing else says which files there are to be.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from disclosure.bundle.manifest import Line
from disclosure.bundle.pack import open_pack, read_contents
from disclosure.bundle.parts import COMMON, COMMON_FOLDER, Part, part_of
from disclosure.bundle.places import FILE as PLACES
from disclosure.bundle.places import Places, read_places
from disclosure.bundle.subscription import Subscription
from disclosure.bundle.verify import Differences, files_below, verify
from disclosure.bundle.version import Pack
from disclosure.mirror.carried import not_carried
from disclosure.mirror.fetch import Fetcher
from disclosure.mirror.opened import FRONT, front_of, public_base, stub_of
from disclosure.mirror.problems import BUNDLE_BARE, FILE_MISSING
from disclosure.mirror.source import Source
from disclosure.problem import DisclosureError
from disclosure.trust.client import (
    Lists,
    fetch_lists,
    fetch_pledge,
    is_not_there,
)
from disclosure.trust.pledge import Archive, Pledge

KNOWN, STAGED = "known", "staged"
PARTS = frozenset(one.value for one in Part)


class Signed(Struct, frozen=True):
    """What a bundle signs, by code, and the files of those parts whose archives it carries.

    `asked` are the codes that were asked for, none = all.
    """

    pledges: Mapping[str, Pledge]
    places: Places
    lines: tuple[Line, ...]
    carried: Subscription
    asked: frozenset[str] = frozenset()

    @property
    def sites(self) -> list[str]:
        """The codes of the sites of which something is carried."""
        return [code for code in self.carried.parts_by_site if code != COMMON]

    def concerns(self, path: str) -> bool:
        """Tell whether a file is looked at: it is one of sites, and of those asked for."""
        return is_of_sites(path) and (not self.asked or part_of(path)[0] in self.asked)

    def is_signed(self, path: str) -> bool:
        """Tell whether a file may be there: whether its part of its site is signed at all."""
        site, part = part_of(path)
        return site in self.pledges and part.value in self.pledges[site].parts


class Proof(Struct, frozen=True):
    """How sites differ from what is signed; of `unproven` files the bundle carries no archive.

    On `noted` pages a mirror says its version or its age; below that they are as signed.
    """

    differences: Differences
    unproven: tuple[str, ...] = ()
    noted: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return not self.differences and not self.unproven


def read_signed(
    source: Source, root: bytes, now: datetime, folder: Path, asked: Collection[str] = ()
) -> Signed:
    """Return what a bundle signs; `folder` is an empty one to work in. Raises DisclosureError.

    `asked` are the codes of the sites it is about, none = all, and what they share.
    """
    fetcher = Fetcher(source, folder / STAGED)
    lists = fetch_lists(folder / KNOWN, fetcher.read, root, now, source.name)
    common = fetch_pledge(lists, COMMON, source.name)
    theme = common.parts.get(Part.THEME.value) if common else None
    files = {path: data for path, data in files_of(fetcher, theme or ()) if path == PLACES}
    if common is None or PLACES not in files:
        raise DisclosureError(BUNDLE_BARE.at("", value=source.name))
    places = read_places(files[PLACES])
    codes = asked or [place.code for place in places]
    pledges = pledges_of(lists, codes, source.name)
    unsigned = [code for code in asked if code not in pledges]
    if unsigned:
        raise not_carried(source, unsigned, source.sites() or lists.codes())
    pledges |= {} if asked else {COMMON: common}
    lines: list[Line] = []
    carried: dict[str, set[Part]] = {}
    for code, pledge in pledges.items():
        for part, archives in pledge.parts.items():
            found = lines_of(fetcher, code, Part(part), archives) if part in PARTS else None
            if found is not None:
                lines += found
                carried.setdefault(code, set()).add(Part(part))
    parts = {code: frozenset(some) for code, some in carried.items()}
    return Signed(pledges, places, tuple(lines), Subscription(parts), frozenset(asked))


def pledges_of(lists: Lists, codes: Iterable[str], name: str) -> dict[str, Pledge]:
    """Return what is signed of some sites; a stick has lists of some of them alone."""
    found = {}
    for code in codes:
        try:
            pledge = fetch_pledge(lists, code, name)
        except DisclosureError as error:
            if not is_not_there(error):
                raise
            continue
        if pledge:
            found[code] = pledge
    return found


def lines_of(
    fetcher: Fetcher, code: str, part: Part, archives: Iterable[Archive]
) -> list[Line] | None:
    """Return the files of a part; None where the bundle does not carry all of its archives."""
    lines: list[Line] = []
    for archive in archives:
        tar = tar_of(fetcher, archive)
        if tar is None:
            return None
        lines += read_contents(tar, code, part, Pack(archive.sha256, archive.size).file).lines
    return lines


def files_of(fetcher: Fetcher, archives: Iterable[Archive]) -> Iterator[tuple[str, bytes]]:
    """Yield the files in the archives of what all sites share."""
    for archive in archives:
        tar = tar_of(fetcher, archive)
        name = Pack(archive.sha256, archive.size).file
        for path, data in read_contents(tar, COMMON, Part.THEME, name).files if tar else ():
            yield path, bytes(data)


def tar_of(fetcher: Fetcher, archive: Archive) -> bytes | None:
    """Return an archive of a bundle, None where it carries none; raise where it is damaged."""
    pack = Pack(archive.sha256, archive.size)
    try:
        staged = fetcher.whole(pack.file, archive.packed)
    except DisclosureError as error:
        if error.problems[0].code != FILE_MISSING.name:
            raise
        return None
    data = staged.read_bytes()
    staged.unlink()
    return open_pack(data, pack)


def prove_folder(folder: Path, signed: Signed) -> Proof:
    """Return how a folder differs: an output, or a stick that can be opened.

    The bundle beside the sites is left out, as are folders that no site can be in.
    """
    found = verify(folder, signed.lines, signed.carried)
    there = filter(signed.concerns, files_below(folder))
    others = {path for path in there if not signed.carried.holds(*part_of(path))}
    if is_front(folder, signed):
        others -= {FRONT, *stubs_in(folder, others, signed)}
    unproven = {path for path in others if signed.is_signed(path)}
    added = tuple(sorted({*filter(signed.concerns, found.added), *others - unproven}))
    differences = Differences(added, without_places(found.missing), found.changed)
    return Proof(differences, tuple(sorted(unproven)))


def is_front(folder: Path, signed: Signed) -> bool:
    """Tell whether the page on which a stick begins is what follows from the rest."""
    return same_bytes(folder / FRONT, front_of(signed.sites, signed.pledges, signed.places))


def stubs_in(folder: Path, others: Collection[str], signed: Signed) -> Iterator[str]:
    """Yield the pages of an opened stick that say where to find what is not on it, and no more."""
    homes = {path: folder / path for path in (f"{code}/{FRONT}" for code in signed.sites)}
    pages = {path: file.read_bytes() for path, file in homes.items() if file.is_file()}
    address = public_base(pages)
    for path in others:
        made = stub_of(path, signed.places, address) if is_page(path) else b""
        if made and same_bytes(folder / path, made):
            yield path


def is_page(path: str) -> bool:
    """Tell whether a file is a page of a site."""
    return path.endswith(".html") and path.partition("/")[0].isdecimal()


def same_bytes(file: Path, data: bytes) -> bool:
    """Tell whether a file holds some bytes; a link holds none."""
    is_plain = file.is_file() and not file.is_symlink()
    return is_plain and file.stat().st_size == len(data) and file.read_bytes() == data


def is_of_sites(path: str) -> bool:
    """Tell whether a file lies in a site, in what all share, or right beside them.

    What is hidden there is of the system: no site has such names.
    """
    top, _, rest = path.partition("/")
    return not (rest or top.startswith(".")) or top.isdecimal() or top == COMMON_FOLDER


def without_places(missing: Iterable[str]) -> tuple[str, ...]:
    """Return what is missing; the list of places is made for bundles, and need not be there."""
    return tuple(path for path in missing if path != PLACES)
