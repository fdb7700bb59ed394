"""Commands by name, each imported when it is asked for: what one needs slows no other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from importlib import import_module

import click


class LateCommands(MutableMapping[str, click.Command]):
    """The commands of a group; of each it is known in which module it stands, and as what."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self.places = dict(places)
        self.loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self.loaded:
            module, _, attribute = self.places[name].partition(":")
            self.loaded[name] = getattr(import_module(module), attribute)
        return self.loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self.loaded[name] = command
        self.places[name] = ""

    def __delitem__(self, name: str) -> None:
        del self.places[name]
        self.loaded.pop(name, None)

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)
