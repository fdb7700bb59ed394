"""What is known of a segment that was written: of what, its leaves, and how its files looked then.

Folders that look as they did hold the files that were put there, and no other. A file is looked at
before it is read: of tens of thousands an edit reads some hundred. It is forgotten before anything
is changed and kept again when all is done: what a build that was stopped has left is not believed.
"""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct
from msgspec.json import Decoder

from disclosure.search.folder import ENDING, IndexFolder
from disclosure.search.plan import Plan
from disclosure.search.recut import Branch
from disclosure.search.said import said_of_all
from disclosure.search.shares import FORM
from disclosure.search.spoken import Lexicon
from disclosure.search.state import State, digest_of


class Standing(Struct, frozen=True, array_like=True):
    """A segment as it stands: the keys of its shares by division, its phrases, its leaves.

    `names` are its files and folders, `said` what the system says of each; `tree` tells the leaves
    as the manifest does.
    """

    build: str
    keys: dict[str, str]
    phrases: list[str]
    paths: list[str]
    sizes: list[int]
    tree: str
    names: list[str]
    said: list[str]

    @property
    def branches(self) -> list[Branch]:
        """Its leaves, as they stand in their files."""
        return list(map(Branch, self.paths, self.sizes))

    def is_of(self, plan: Plan, lexicon: Lexicon) -> bool:
        """Tell whether it is what a plan comes to."""
        return self.is_like(plan) and self.keys == keys_of(plan) and self.phrases == lexicon.phrases

    def is_like(self, plan: Plan) -> bool:
        """Tell whether numbers mean the same in it as in a plan, and the same divisions are."""
        return self.build == plan.build and self.keys.keys() == keys_of(plan).keys()

    @property
    def looks(self) -> dict[str, str]:
        """What is said of its files and folders, by name."""
        return dict(zip(self.names, self.said, strict=True))

    def is_untouched(self, folder: IndexFolder) -> bool:
        """Tell whether nobody put a file into its folders, or took one out."""
        looks = {name: said for name, said in self.looks.items() if not name.endswith(ENDING)}
        return all(self.said) and said_of_all(str(folder.path), looks) == list(looks.values())


STANDING = Decoder(Standing)


def keys_of(plan: Plan) -> dict[str, str]:
    """Return the keys of all shares of a segment by division."""
    return {piece.code: piece.shares[plan.name].key for piece in plan.pieces}


def read_standing(scope: str, segment: str, state: State) -> Standing | None:
    """Return what is known of a segment of an index, None where there is nothing."""
    return state.read(place_of(scope, segment), key_of(scope), STANDING)


def keep_standing(scope: str, segment: str, standing: Standing, state: State) -> None:
    """Keep what is known of a segment of an index."""
    state.write(place_of(scope, segment), key_of(scope), standing)


def forget_standing(scope: str, segment: str, state: State) -> None:
    """Know nothing of a segment of an index."""
    state.forget(place_of(scope, segment))


def place_of(scope: str, segment: str) -> str:
    """Return the name under which it is kept."""
    return f"scopes/{scope}/{segment}"


def key_of(scope: str) -> str:
    """Return the key for which it is kept."""
    return digest_of([FORM, scope])


def with_folders(names: Iterable[str]) -> list[str]:
    """Return names of files with those of the folders they are in, sorted."""
    found = set(names)
    waiting = {name.rpartition("/")[0] for name in found}
    while waiting:
        found |= waiting
        waiting = {name.rpartition("/")[0] for name in waiting} - {""} - found
    return sorted(found)
