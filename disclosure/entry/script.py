"""What people write in an entry as one text, so that a rule looks at it with one search."""

from __future__ import annotations

from itertools import chain
from typing import NamedTuple

from msgspec import Struct

from disclosure.dataset import DataTable
from disclosure.given import Given
from disclosure.personal import SHORTEST_NUMBER

# Keys that say who made and checked an entry: officials acting as such, whose names are public.
OFFICIAL = frozenset(
    {"author", "publisher", "review", "source", "date", "category", "period", "data", "share"}
)

APART = "\n\0\n"  # no pattern reaches from one value into the next


new = tuple.__new__  # makes a HeaderText without the function in between


class HeaderText(NamedTuple):
    """A text of the front matter under its dotted key."""

    field: str
    line: int
    text: str


def header_texts(given: Given, field: str = "") -> list[HeaderText]:
    """Return every text of a front matter with its dotted key, from the top."""
    texts: list[HeaderText] = []
    gather(given, field, texts)
    return texts


def gather(given: Given, field: str, texts: list[HeaderText]) -> None:
    """Add the texts of a value, however deep; items of a list keep the list's key."""
    line, _, text, items, fields, _, _ = given
    if fields is not None:
        for name, part in fields.items():
            gather(part, f"{field}.{name}" if field else name, texts)
    elif items is not None:
        for part in items:
            gather(part, field, texts)
    elif text:
        texts.append(new(HeaderText, (field, line, text)))


class Script(Struct, frozen=True):
    """Everything people write freely in an entry as one text: front matter first, then the body.

    Its parts stand `APART` from one another; the body is the last.
    """

    text: str
    parts: tuple[HeaderText, ...]


def script_of(texts: list[HeaderText], body: str, body_line: int) -> Script:
    """Return the script of a front matter's texts and a body.

    A value below another key is preceded by its own name, since under `elements:` that is a label.
    """
    parts = []
    for part in texts:
        field, line, text = part
        if "." not in field:
            if field not in OFFICIAL:
                parts.append(part)
        else:
            first, _, rest = field.partition(".")
            if first not in OFFICIAL:
                parts.append(new(HeaderText, (field, line, f"{rest}：{text}")))
    parts.append(new(HeaderText, ("", body_line, body)))
    return Script(APART.join([text for _, _, text in parts]), tuple(parts))


def cells_of(table: DataTable) -> str:
    """Return all cells of a table as one text for a first look, header included."""
    return "\n".join(map("\n".join, (table.columns, *table.lines())))


def long_texts(table: DataTable) -> str:
    """Return, in no order, what in a table is long enough to hold a person's number, each once.

    The file name is among it. A ledger repeats itself, and most of its cells are short.
    """
    texts = chain((table.file,), table.columns, chain.from_iterable(table.lines()))
    return "\n".join({text for text in texts if len(text) >= SHORTEST_NUMBER})
