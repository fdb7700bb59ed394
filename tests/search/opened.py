"""Reads an index back as a browser does: for each term and field, who has it, how often, where."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from disclosure.search.leaf_tree import name_of, read_tree
from disclosure.search.vlq import decode_all

Found = dict[str, dict[str, dict[tuple[str, str], list[int]]]]  # field, term, document: places


def read_lexicon(folder: Path, mark: str | None = None) -> list[str]:
    """Return the phrases of an index, those of the stock last; of a build, where one is named."""
    text = (folder / "lexicon.js").read_text("utf-8")
    build, name, lists = json.loads(f"[{text.removeprefix('DISCLOSURE.shard(')[:-3]}]")
    assert (build, name) == (mark or build, "lexicon")
    return [phrase for one in lists for phrase in one.split(",") if phrase]


class OpenedIndex:
    """An index folder; every file that is looked into must be of the build the manifest names."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.manifest: dict[str, Any] = json.loads((folder / "search.json").read_text("utf-8"))
        script = (folder / "manifest.js").read_text("utf-8")
        assert json.loads(script.removeprefix("DISCLOSURE.index(")[:-3]) == self.manifest
        self.layout: dict[str, Any] = self.file("layout", self.manifest["layout"], "layout")

    def file(self, path: str, mark: str, name: str) -> Any:
        """Return what a file holds that must be of a build and have a name."""
        text = (self.folder / f"{path}.js").read_text("utf-8")
        build, own, value = json.loads(f"[{text.removeprefix('DISCLOSURE.shard(')[:-3]}]")
        assert (build, own) == (mark, name)
        return value

    def shard(self, segment: dict[str, Any], name: str) -> Any:
        return self.file(f"{segment['name']}/{name}", segment["build"], name)

    def cards(self, segment: dict[str, Any]) -> dict[int, list[Any]]:
        """Return what is shown of each document that can be found, by number."""
        found = {}
        for start, count in zip(segment["starts"], segment["counts"], strict=True):
            for number in range(start, start + count):
                name = f"s/{number // 4096}/{number // 16}"
                if (self.folder / segment["name"] / f"{name}.js").exists():
                    held = self.shard(segment, name)
                    if number % 16 < len(held) and held[number % 16]:
                        found[number] = held[number % 16]
        return found

    def documents(self, segment: dict[str, Any]) -> dict[int, tuple[str, str]]:
        """Return the division and the address of each document by its number."""
        codes = {}
        for (code, _), start, count in zip(
            self.layout["divisions"], segment["starts"], segment["counts"], strict=True
        ):
            codes.update(dict.fromkeys(range(start, start + count), code))
        return {number: (codes[number], card[0]) for number, card in self.cards(segment).items()}

    def leaves(self, segment: dict[str, Any]) -> dict[str, list[str]]:
        """Return the lines of each leaf by its path."""
        return {
            path: self.shard(segment, f"t/{name_of(path)}").split(";")
            for path in read_tree(segment["leaves"])
        }

    def postings(self) -> Found:
        """Return all postings of base and week."""
        found: Found = {"title": {}, "body": {}}
        for segment in self.layout["segments"]:
            documents = self.documents(segment)
            for path, lines in self.leaves(segment).items():
                for line in lines:
                    term, *texts = line.split(",")
                    bits = int(texts.pop()) if len(texts) == 3 else -1
                    for field, text in zip(("title", "body"), texts, strict=True):
                        pairs = self.read(segment, path, field, text, term, bits)
                        for number, places in pairs.items():
                            found[field].setdefault(term, {})[documents[number]] = places
        return found

    def read(
        self, segment: dict[str, Any], path: str, field: str, text: str, term: str, bits: int
    ) -> dict[int, list[int]]:
        """Return the places of a term by the number of the document."""
        if bits < 0:
            return postings_in(decode_all(text), None, 0)
        found: dict[int, list[int]] = {}
        for block, part in enumerate(text.split("|")):
            if part:
                both = self.shard(segment, f"p/{name_of(path)}/{block}").split(",")
                waiting = decode_all(both[field == "body"])
                found |= postings_in(decode_all(part), waiting, block << bits)
                assert not waiting, "places of nobody"
        return found


def postings_in(numbers: list[int], waiting: list[int] | None, start: int) -> dict[int, list[int]]:
    """Return the places by the number of the document; they may wait apart, and are taken away."""
    found: dict[int, list[int]] = {}
    number = start
    while numbers:
        gap, times, *numbers = numbers
        number += gap
        gaps = numbers if waiting is None else waiting
        found[number] = [sum(gaps[: place + 1]) for place in range(times)]
        del gaps[:times]
    return found
