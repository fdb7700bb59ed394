"""The front matter of an entry: its values by key, each with its line."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import NamedTuple

from msgspec import Struct

from disclosure.catalogue import Key, Kind
from disclosure.entry.cast import read_day, read_moment
from disclosure.entry.misfit import Misfit, find_misfits
from disclosure.marked import Given, read_yaml
from disclosure.once import once
from disclosure.plain import read_plain
from disclosure.problem import Code, Problem

NOTHING = Given(0, 0, fields={})

NOT_A_MAP = Code(
    "front-matter-not-a-map",
    zh="信息头不是“键: 值”的形式",
    en="the front matter is not made of `key: value` lines",
    hint_zh="每行写一个键，如 title: 标题",
    hint_en="write one key a line, such as title: ...",
)


class Names(NamedTuple):
    """The dotted keys of a front matter as given, and those of them that are blank."""

    given: tuple[str, ...]
    blank: tuple[str, ...]


class Header(Struct, frozen=True, dict=True):
    """The keys of an entry as given; every access takes a dotted name such as `notice.from`.

    `misfits` are the keys and values outside the closed list; `written` is the text it was read
    from, where all values stand in it as they are.
    """

    given: Given
    misfits: tuple[Misfit, ...] = ()
    written: str | None = None

    @once
    def flat(self) -> dict[str, Given]:
        """All keys but those in lists, by their dotted names."""
        fields = self.given.fields or {}
        flat = dict(fields)
        for name, inner in fields.items():
            if inner.fields:
                flat.update(
                    zip(dotted(name, tuple(inner.fields)), inner.fields.values(), strict=True)
                )
        return flat

    @once
    def get(self) -> Callable[[str], Given | None]:
        """The value of a key, or None where it is absent: asked for some fifty times an entry."""
        return self.flat.get

    @once
    def names(self) -> Names:
        flat = self.flat
        blank = [name for name, value in flat.items() if value.is_blank] if self.may_blank else []
        return Names(tuple(flat), tuple(blank))

    @property
    def may_blank(self) -> bool:
        """False where no value can be blank: in plain YAML it stands in quotes or ends its line."""
        written = self.written
        return written is None or any(sign in written for sign in ("'", '"', ":\n"))

    @property
    def is_readable(self) -> bool:
        """False where the front matter could not be read at all; its problem is named already."""
        return self.given is not NOTHING

    def has(self, name: str) -> bool:
        """Tell whether a key is given and not blank."""
        given = self.get(name)
        return given is not None and not given.is_blank

    def text(self, name: str) -> str:
        given = self.get(name)
        return given.text.strip() if given else ""

    def texts(self, name: str) -> tuple[str, ...]:
        given = self.get(name)
        return given.texts() if given else ()

    def day(self, name: str) -> date | None:
        given = self.get(name)
        return read_day(given.text) if given else None

    def moment(self, name: str) -> datetime | None:
        given = self.get(name)
        return read_moment(given.text) if given else None

    def flag(self, name: str) -> bool:
        return self.text(name) == "true"

    def line(self, name: str) -> int:
        """Return the line of a key's value, of its parent where it is absent, or 1."""
        given = self.get(name)
        if given is None and "." in name:
            given = self.get(name.rpartition(".")[0])
        if given is None:
            return 1
        return given.key_line or given.line


@lru_cache(maxsize=4096)
def dotted(name: str, parts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the dotted names of a map's keys; the same few maps stand in all entries."""
    return tuple(f"{name}.{part}" for part in parts)


def read_header(
    text: str, file: str, first_line: int, keys: Mapping[str, Key], kind: Kind
) -> tuple[Header, list[Problem]]:
    """Return the header of some YAML and what is wrong with it; unreadable = no keys."""
    plain = read_plain(text, first_line)
    if plain is not None and plain.fields is not None and text.endswith("\n"):
        return Header(plain, find_misfits(plain, keys, kind), text), []
    given, problems = read_yaml(text, file, first_line)
    if given is None:
        if not problems:
            problems = [NOT_A_MAP.at(file, first_line)]
        return Header(NOTHING), problems
    if given.fields is None:
        return Header(NOTHING), [*problems, NOT_A_MAP.at(file, given.line)]
    return Header(given, find_misfits(given, keys, kind)), problems
