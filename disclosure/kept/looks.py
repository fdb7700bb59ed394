"""The folders of divisions as they are seen, each once a run, and as they were seen before.

`.build/looks/` keeps what the system said of every file, so that one that says the same need not be
read again. Whoever vouches that the files are those of the newest commit spares the asking, too:
then git tells what has changed since the commit that was kept.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from itertools import takewhile
from pathlib import Path

from msgspec.structs import replace

from disclosure.division.code import CONTENT, folder_of
from disclosure.history import files_between, newest_commit
from disclosure.kept.basis import Basis
from disclosure.kept.lines import Kept
from disclosure.kept.place import OddFileError, content_of, list_place
from disclosure.kept.said import Look, Place, measure
from disclosure.kept.seen import (
    COMMIT,
    FOLDER,
    FORM,
    is_of,
    names_in,
    read_look,
    read_place,
    write_look,
    write_place,
)
from disclosure.kept.store import Store, open_store
from disclosure.problem import DisclosureError
from disclosure.rules.witness import Witness

SETTLED = 3_000_000_000  # ns after which a file that changes again has another time of change


class Looks:
    """The folders of one run, by the short codes of their divisions.

    `vouched` is the commit whose files they are said to be, "" where the system is asked; `before`
    the one for which they are kept.
    """

    def __init__(self, root: Path, store: Store, vouched: str = "") -> None:
        self.root = root
        self.store = store
        self.kept = Kept(store, FORM)
        self.looks: dict[str, Look | None] = {}
        self.places: dict[str, Place] = {}  # of the folders looked at
        self.names_read: Kept | None = None
        self.vouched = vouched
        line = self.kept.lines.get(COMMIT)
        self.before: str = json.loads(line)[1] if line else ""
        self.changed_in_git = self.turn_to(vouched)

    def turn_to(self, vouched: str) -> frozenset[str] | None:
        """Note for which commit the folders are kept from now on.

        Returns the folders that differ from what is kept, None where that is not known.
        """
        before = self.before
        if vouched:
            self.kept.put(COMMIT, json.dumps([COMMIT, vouched]).encode())
        else:
            self.kept.drop(COMMIT)
        try:
            return folders_changed(self.root, before, vouched) if before and vouched else None
        except DisclosureError:  # git no longer knows the commit
            return None

    @property
    def names(self) -> Kept:
        """The names in the folders as they are kept, read when somebody asks for one."""
        if self.names_read is None:
            self.names_read = Kept(names_in(self.store), FORM)
        return self.names_read

    def of(self, code: str) -> Look | None:
        """Return what a division's folder holds; None where it is not there, or not plain."""
        if code not in self.looks:
            try:
                look = self.look_again(code)
            except (OSError, OddFileError):
                look = None
            self.looks[code] = look
        return self.looks[code]

    def look_again(self, code: str) -> Look:
        """Look at a folder: whether it is as it was kept, and else at all of its content."""
        base = self.base(code)
        line = self.kept.lines.get(code)
        before = read_look(line) if line else None
        if before and self.is_vouched(code):
            return before
        if before and before.said and code in self.names.lines:
            place = self.places[code] = read_place(self.names.lines[code])
            with suppress(OSError):  # something is gone
                said, newest = measure(base, place)
                look = replace(before, newest=newest)
                if said == before.said:
                    return look if self.is_reliable(look) else self.keep(code, place, look)
        place = self.places[code] = list_place(base)
        said, newest = measure(base, place)
        return self.keep(code, place, Look(said, newest, *content_of(base, place)))

    def keep(self, code: str, place: Place, look: Look) -> Look:
        """Keep what is seen in place of what was before."""
        before, names = self.kept.lines.get(code), write_place(code, place)
        if self.names_read or not (before and is_of(names, before)):
            self.names.put(code, names)
        is_reliable = self.is_reliable(look)
        self.kept.put(code, write_look(code, look, names, is_reliable=is_reliable))
        return look

    def is_vouched(self, code: str) -> bool:
        """Tell whether a folder is said to be as it is kept."""
        return self.changed_in_git is not None and code not in self.changed_in_git

    def is_reliable(self, look: Look) -> bool:
        """Tell whether a change after the look would show in what the system says."""
        return look.newest < self.store.opened - SETTLED

    def is_still(self, code: str) -> bool:
        """Tell whether a folder is as it was when it was looked at."""
        look, base = self.looks.get(code), self.base(code)
        if look is None or self.is_vouched(code):
            return look is not None
        place = self.places[code]
        try:
            if measure(base, place) != (look.said, look.newest):
                return False
            return self.is_reliable(look) or content_of(base, place).whole == look.content
        except OSError:
            return False

    def basis(self, code: str, witness: Witness) -> Basis | None:
        """Return what was just found of a division rests on; None where it may not be kept."""
        look = self.of(code)
        above = {other: self.of(other) for other in sorted(witness.above)}
        known = {other: found.tables for other, found in above.items() if found}
        if look is None or len(known) < len(above) or not self.is_still(code):
            return None
        return Basis(look.content, known, dict(sorted(witness.files.items())))

    def holds(self, code: str, basis: Basis) -> bool:
        """Tell whether all that something rests on is the same."""
        own = self.of(code)
        above = ((self.of(other), tables) for other, tables in basis.above.items())
        return (
            own is not None
            and own.content == basis.content
            and all(look is not None and look.tables == tables for look, tables in above)
            and all((self.root / file).is_file() == found for file, found in basis.sought.items())
        )

    def changed(self, codes: Iterable[str]) -> frozenset[str]:
        """Return which folders are no longer as they were when they were looked at."""
        return frozenset(code for code in codes if not self.is_still(code))

    def base(self, code: str) -> str:
        return f"{self.root}/{folder_of(code)}"

    def look_anew(self, codes: Iterable[str]) -> None:
        """Let the folders of some divisions be looked at again when they are asked for next."""
        for code in codes:
            self.looks.pop(code, None)

    def forget(self) -> None:
        """Believe nothing."""
        self.kept.lines.clear()

    def save(self) -> None:
        """Keep what was seen for the next run; where the disk refuses, the next looks again.

        For a commit only what is known to be its content is kept: a folder that changed, or was
        seen before any commit was named, and that nobody asked for now, is not.
        """
        if self.kept.is_new and self.vouched:
            for code in [*self.kept.lines]:
                if not (code == COMMIT or code in self.looks or self.is_vouched(code)):
                    self.kept.drop(code)
        self.kept.save()
        if self.names_read:
            for code in self.names.lines.keys() - self.kept.lines.keys():
                self.names.drop(code)
            self.names.save()

    def in_order(self) -> list[bytes]:
        """Return what is kept of the folders, line by line."""
        return self.kept.in_order()


def open_looks(root: Path, *, is_vouched: bool = False) -> Looks | None:
    """Return the folders under a root; None where nothing can be kept of them.

    `is_vouched` says that they hold what the newest commit does. Raises where there is none.
    They are never handed on: what one machine says of a file means nothing on another.
    """
    content = root / CONTENT
    if content.is_symlink() or not content.is_dir():
        return None
    store = open_store(root, FOLDER)
    return Looks(root, store, newest_commit(root) if is_vouched else "") if store else None


def folders_changed(root: Path, before: str, after: str) -> frozenset[str]:
    """Return the codes of the divisions in whose folders two commits differ.

    "" is among them where they differ elsewhere in the content.
    """
    files = files_between(root, before, after)
    return frozenset(code_in(file) for file in files if file.startswith(f"{CONTENT}/"))


def code_in(file: str) -> str:
    """Return the code of the division in whose own folder a file lies, "" where that is none."""
    codes = list(takewhile(str.isdecimal, file.split("/")[1:]))
    code = codes[-1] if codes else ""
    return code if folder_of(code) == "/".join((CONTENT, *codes)) else ""
