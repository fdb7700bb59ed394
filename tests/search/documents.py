"""Documents for tests: a few by hand, any number by hypothesis."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from hypothesis import strategies as st
from msgspec.structs import replace

from disclosure.search.document import KINDS, Document, Subject, Table
from disclosure.search.texts import write_texts

VILLAGE = "990101100201"
SUBJECTS = {
    "E0202": Subject("E0202", "集体资产", "E02", "集体财务"),
    "E0203": Subject("E0203", "财务收支", "E02", "集体财务"),
    "S1102": Subject("S1102", "救助标准", "S11", "社会救助"),
}

SIGNS = st.sampled_from(
    "村务公开财政收支低保社区年月日第组，。\n 0123456789abAB\u3400\U00020000\ue000İ"
)
WORDS = st.text(SIGNS, max_size=30)
DAYS = st.dates(date(2020, 1, 1), date(2026, 12, 31)).map(date.isoformat)


@st.composite
def documents(draw: st.DrawFn, most: int = 8) -> list[Document]:
    """Return documents of one site, each with an address of its own."""
    found = []
    for number in range(draw(st.integers(0, most))):
        body = draw(WORDS)
        lines = body.count("\n") + 1
        rows = draw(st.integers(0, lines))
        tables = (Table("rows", lines - rows, rows),) if rows else ()
        one = Document(
            f"articles/{number}",
            draw(WORDS),
            draw(DAYS),
            draw(st.sampled_from(["", *SUBJECTS])),
            draw(st.sampled_from(KINDS)),
            body,
            tables,
        )
        found.append(one)
    return found


def numbered(count: int, **fields: str) -> list[Document]:
    """Return documents of as many days in a row."""
    return [
        replace(
            Document(
                f"articles/{number:04}",
                f"第{number}期村务公开",
                f"{2020 + number // 336}-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}",
                "E0203",
                body=f"第{number}期\n收入 {number * 37} 元",
            ),
            **fields,
        )
        for number in range(count)
    ]


def put_texts(folder: Path, site: str, documents: Iterable[Document]) -> Path:
    """Write the texts of a site to `<folder>/<site>/search`, as a build does; return it."""
    place = folder / site / "search"
    place.mkdir(parents=True, exist_ok=True)
    for old in place.glob("docs*.js"):
        old.unlink()
    for name, text in write_texts(site, documents, SUBJECTS):
        (place / name).write_text(text, "utf-8", newline="\n")
    return place
