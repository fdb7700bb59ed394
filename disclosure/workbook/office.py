"""Reads from the XML of an .xlsx file what calamine does not tell."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Mapping

from disclosure.attachment.archive import Archive
from disclosure.attachment.markup import local, parse
from disclosure.workbook.facts import BookFacts, SheetFacts

ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
ZEROS = re.compile(r"0{2,15}")
TRUE = ("1", "true")
MAX_COLUMNS = 16_384


def read_facts(archive: Archive) -> BookFacts:
    """Return the facts of an .xlsx workbook, sheets in the order it lists them."""
    book = BookFacts()
    listed: list[str] = []
    recomputes = False

    def start(name: str, given: Mapping[str, str]) -> None:
        nonlocal recomputes
        plain = {local(key): value for key, value in given.items()}
        if name == "sheet":
            listed.append(plain.get("id", ""))
        elif name == "workbookPr":
            book.counts_from_1904 = plain.get("date1904", "") in TRUE
        elif name == "calcPr":
            recomputes = plain.get("fullCalcOnLoad", "") in TRUE

    parse(archive.read("xl/workbook.xml"), start, lambda _: None, lambda _: None)
    members, widths = relations(archive), zero_widths(archive)
    for index, key in enumerate(listed):
        if members.get(key) in archive.names:
            book.sheets[index] = read_sheet(archive.read(members[key]), widths, recomputes)
    return book


def repacked(archive: Archive) -> bytes:
    """Return the same members in a plain zip: what was read within bounds is all calamine sees.

    A broken directory makes its own zip reader ask for more memory than there is, and abort.
    """
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_STORED) as plain:
        for name in archive.matching("", ""):
            if not name.endswith(("/", ".bin")) and "/media/" not in name:
                plain.writestr(zipfile.ZipInfo(name), archive.read(name))
    return data.getvalue()


def relations(archive: Archive) -> dict[str, str]:
    """Return the members that the workbook's relations name."""
    found: dict[str, str] = {}

    def start(name: str, given: Mapping[str, str]) -> None:
        if name == "Relationship":
            target = posixpath.normpath(posixpath.join("xl", given.get("Target", "")))
            found[given.get("Id", "")] = target.lstrip("/")

    if (name := "xl/_rels/workbook.xml.rels") in archive.names:
        parse(archive.read(name), start, lambda _: None, lambda _: None)
    return found


def zero_widths(archive: Archive) -> list[int]:
    """Return for each cell style how many digits it shows at least (0 = as many as there are)."""
    if "xl/styles.xml" not in archive.names:
        return []
    formats: dict[str, str] = {}
    found: list[int] = []
    inside = False

    def start(name: str, given: Mapping[str, str]) -> None:
        nonlocal inside
        if name == "numFmt":
            formats[given.get("numFmtId", "")] = given.get("formatCode", "")
        elif name == "cellXfs":
            inside = True
        elif name == "xf" and inside:
            code = formats.get(given.get("numFmtId", ""), "")
            found.append(len(code) if ZEROS.fullmatch(code) else 0)

    def end(name: str) -> None:
        nonlocal inside
        inside = inside and name != "cellXfs"

    parse(archive.read("xl/styles.xml"), start, end, lambda _: None)
    return found


def read_sheet(data: bytes, widths: list[int], recomputes: bool) -> SheetFacts:
    """Return the facts of one sheet."""
    reader = SheetReader(widths, recomputes)
    parse(data, reader.start, reader.end, reader.text)
    return reader.facts


class SheetReader:
    """Listens to the XML of a sheet, cell by cell.

    Programs that write workbooks leave 0 behind a formula and ask for it to be computed when the
    file is opened (`recomputes`): such a 0 is no value.
    """

    def __init__(self, widths: list[int], recomputes: bool) -> None:
        self.facts = SheetFacts()
        self.widths, self.recomputes = widths, recomputes
        self.row = self.column = -1
        self.kind = ""
        self.has_formula = self.is_value = False
        self.value: list[str] = []

    def start(self, name: str, given: Mapping[str, str]) -> None:
        """Take the beginning of an element."""
        if name == "row":
            self.row, self.column = int(given["r"]) - 1 if "r" in given else self.row + 1, -1
            if given.get("hidden", "") in TRUE:
                self.facts.hidden_rows.add(self.row)
        elif name == "c":
            self.start_cell(given)
        elif name == "f":
            self.has_formula = True
        elif name == "col" and given.get("hidden", "") in TRUE:
            first, last = int(given.get("min", "1")), int(given.get("max", "1"))
            self.facts.hidden_columns.update(range(first - 1, min(last, MAX_COLUMNS)))
        self.is_value = name in ("v", "t")

    def start_cell(self, given: Mapping[str, str]) -> None:
        """Take the address, type and style of a cell."""
        found = ADDRESS.fullmatch(given.get("r", ""))
        self.column = column_number(found[1]) if found else self.column + 1
        self.row = int(found[2]) - 1 if found else self.row
        self.kind, self.has_formula = given.get("t", ""), False
        self.value.clear()
        style = int(given.get("s", "0"))
        if style < len(self.widths) and self.widths[style]:
            self.facts.widths[self.row, self.column] = self.widths[style]

    def text(self, text: str) -> None:
        """Take some text."""
        if self.is_value:
            self.value.append(text)

    def end(self, name: str) -> None:
        """Take the end of an element; with that of a cell its value is known."""
        self.is_value = False
        if name != "c":
            return
        text, place = "".join(self.value), (self.row, self.column)
        if text or self.has_formula:
            self.facts.reach(*place)
        is_left = self.recomputes and text == "0"
        if self.kind == "e":
            self.facts.failed.add(place)
        elif self.has_formula and (is_left or is_blank(text, self.kind)):
            self.facts.uncomputed.add(place)


def is_blank(text: str, kind: str) -> bool:
    """Tell whether a formula has no value; one that gives a text may give an empty one."""
    return not text and kind != "str"


def column_number(letters: str) -> int:
    """Return the column Excel calls by some letters, from 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
