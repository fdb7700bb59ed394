"""One publication (一条公开内容): a Markdown entry or a data package, as read, with its meaning."""

from __future__ import annotations

import hashlib
import re
from datetime import date, datetime

from msgspec import Struct

from disclosure.catalogue import Kind
from disclosure.dataset import DataTable
from disclosure.division import Division, Level
from disclosure.entry.header import Header
from disclosure.entry.outline import Outline, clip, opening_of, outline_of
from disclosure.entry.script import (
    HeaderText,
    Script,
    header_texts,
    long_texts,
    script_of,
)
from disclosure.once import once
from disclosure.period import Period, parse_period
from disclosure.personal import Sought, in_ascii, is_visible

MAX_OPENING = 120  # characters
NAME = re.compile(r"[a-z0-9-]{1,80}", re.ASCII)


class Entry(Struct, frozen=True, dict=True):
    """A publication of a division. `body` is Markdown ("" for a package), `tables` a package's own.

    `file` is relative to the root; `body_line` the physical line the body begins on; `category` is
    the code as given. Texts are "" and days and moments None where the key is absent or does not
    parse; moments are Beijing time.
    """

    file: str
    division: Division
    kind: Kind
    name: str
    header: Header
    body: str
    body_line: int
    tables: tuple[DataTable, ...] = ()

    def __hash__(self) -> int:
        """Entries that are equal come from one file; so what is worked out of one can be kept."""
        return hash(self.file)

    @property
    def level(self) -> Level:
        return self.division.level

    @property
    def address(self) -> str:
        """Where it stands inside its division's site, without `.html`."""
        return f"{self.kind.value}/{self.name}"

    @property
    def title(self) -> str:
        return self.header.text("title")

    @once
    def category(self) -> str:
        return self.header.text("category")

    @once
    def publisher(self) -> str:
        return self.header.text("publisher")

    @once
    def published(self) -> datetime | None:
        return self.header.moment("date")

    @once
    def period(self) -> Period | None:
        return parse_period(self.header.text("period"))

    @once
    def is_withdrawn(self) -> bool:
        return self.header.get("withdrawn") is not None

    @once
    def is_draft(self) -> bool:
        return self.header.flag("draft")

    @once
    def is_nil(self) -> bool:
        return self.header.flag("nil")

    @property
    def withdrawn_on(self) -> date | None:
        return self.header.day("withdrawn.date")

    @once
    def outline(self) -> Outline:
        return outline_of(self.body)

    @once
    def header_texts(self) -> list[HeaderText]:
        return header_texts(self.header.given)

    @once
    def script(self) -> Script:
        return script_of(self.header_texts, self.body, self.body_line)

    @once
    def everything(self) -> str:
        """All that is written outside tables as one text: with most entries one look is enough."""
        header = self.header.written
        if header is None:
            header = "\n".join([text for _, _, text in self.header_texts])
        return f"{self.name}\n{header}\n{self.body}"

    @once
    def in_ascii(self) -> bytes:
        """All of it with one byte for each sign, for a look at signs that ASCII has."""
        return in_ascii(self.everything)

    @property
    def body_in_ascii(self) -> bytes:
        """The body alone, from the line end before it on."""
        return self.in_ascii[-1 - len(self.body) :]

    @once
    def long_texts(self) -> tuple[str, ...]:
        """Of each table what is long enough to hold a person's number, as one text."""
        return tuple(map(long_texts, self.tables))

    def may_say(self, sought: Sought) -> bool:
        """Tell whether what is sought stands in what is written, or may for all one knows."""
        return self.header.written is None or sought.may_stand_in(self.everything)

    @once
    def is_visible(self) -> bool:
        """Tell whether it holds nothing but signs one can see; a header as written does."""
        return is_visible(self.everything if self.header.written is None else self.body)

    @property
    def summary(self) -> str:
        """The content in a sentence: as given, else a package's description, else the beginning."""
        given = self.header.text("summary") or self.header.text("description")
        return given or clip(opening_of(self.body), MAX_OPENING)

    @property
    def index_number(self) -> str:
        """The index number (索引号，条例 art. 12): as given, else stable while the path stays."""
        given = self.header.text("index_number")
        if given:
            return given
        year = self.header.text("date")[:4]
        digest = hashlib.sha256(self.file.encode()).hexdigest()[:8]
        return f"{self.division.code}/{year}-{digest}"
