"""The files of one segment in the folder of an index: each a call that says whose it is."""

from __future__ import annotations

from typing import Any

from disclosure.search.folder import ENDING, IndexFolder
from disclosure.search.hot import Places, join_hot, split_hot
from disclosure.search.leaf_tree import name_of
from disclosure.search.leaves import size_of
from disclosure.search.manifest import FUNCTION
from disclosure.search.plan import Plan
from disclosure.search.script import read_values, write_call

HOT_COLUMNS = 4  # of the line of a hot term; of others three
NO_PLACES: Places = ("", "")


class SegmentFiles:
    """The files of a segment by their names without ending; what is read was written by us."""

    def __init__(self, plan: Plan, folder: IndexFolder) -> None:
        self.plan, self.folder = plan, folder

    def name(self, name: str) -> str:
        """Return the name that a file has in the folder."""
        return f"{self.plan.name}/{name}{ENDING}"

    def put(self, name: str, value: object) -> None:
        """Let a file hold a value."""
        self.folder.put(self.name(name), write_call(FUNCTION, self.plan.build, name, value))

    def read(self, name: str) -> Any:  # whatever JSON holds
        """Return the value of a file."""
        *_, value = read_values(FUNCTION, self.folder.read(self.name(name)))
        return value

    def read_or(self, name: str, other: Any) -> Any:  # as above
        """Return the value of a file, something else where it is not there."""
        return self.read(name) if (self.folder.path / self.name(name)).exists() else other

    def remove(self, name: str) -> None:
        """Let there be no such file."""
        if (self.folder.path / self.name(name)).exists():
            self.folder.remove(self.name(name))

    def put_leaf(self, path: str, lines: list[str]) -> list[str]:
        """Write a leaf, and the places of a hot term apart; return the names of its files."""
        name, line = name_of(path), lines[0]
        if len(lines) > 1 or size_of(line) <= self.plan.target:
            self.put(f"t/{name}", ";".join(lines))
            return [f"t/{name}"]
        hot = split_hot(line, self.plan.numbers, self.plan.target)
        self.put(f"t/{name}", hot.line)
        for block, places in hot.places.items():
            self.put_places(path, block, places)
        return [f"t/{name}", *(f"p/{name}/{block}" for block in hot.places)]

    def names_of_leaf(self, path: str) -> list[str]:
        """Return the names of the files that a leaf has now."""
        name = name_of(path)
        return [f"t/{name}", *(f"p/{name}/{block}" for block in self.blocks(path))]

    def read_leaf(self, path: str) -> list[str]:
        """Return the lines of a leaf, that of a hot term with its places."""
        lines = self.read_lines(path)
        if not is_hot_line(lines[0]):
            return lines
        places = {block: self.read_places(path, block) for block in self.blocks(path)}
        return [join_hot(lines[0], places)]

    def read_lines(self, path: str) -> list[str]:
        """Return the lines of a leaf as they stand in its file."""
        text: str = self.read(f"t/{name_of(path)}")
        return text.split(";")

    def put_line(self, path: str, line: str) -> None:
        """Write the leaf of a hot term; its places stand in files of their own."""
        self.put(f"t/{name_of(path)}", line)

    def blocks(self, path: str) -> list[int]:
        """Return the blocks of places that lie apart."""
        folder = self.folder.path / self.plan.name / "p" / name_of(path)
        return sorted(int(one.stem) for one in folder.iterdir()) if folder.is_dir() else []

    def read_places(self, path: str, block: int) -> Places:
        """Return the places of a hot term in a block of documents."""
        text = self.read_or(f"p/{name_of(path)}/{block}", ",".join(NO_PLACES))
        titles, bodies = text.split(",")
        return titles, bodies

    def put_places(self, path: str, block: int, places: Places) -> None:
        """Write the places of a hot term in a block; where there are none, no file."""
        name = f"p/{name_of(path)}/{block}"
        if any(places):
            self.put(name, ",".join(places))
        else:
            self.remove(name)


def is_hot_line(line: str) -> bool:
    """Tell whether the places of a line lie apart."""
    return line.count(",") == HOT_COLUMNS - 1
