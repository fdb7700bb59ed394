"""An entry as it stood before or after a change, read from what git kept of it."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from disclosure.catalogue import Key, Kind
from disclosure.dataset.resource import SPLIT, STANDARD, DataTable, parse_table, unreadable
from disclosure.entry.entry import Entry
from disclosure.entry.fences import split
from disclosure.entry.header import Header
from disclosure.entry.read import read_meant
from disclosure.entry.source import FILE_TOO_LARGE, MAX_BYTES, decode
from disclosure.marked import Given
from disclosure.problem import DisclosureError

TABLE = ".csv"
MAX_TABLE = 2_000_000  # bytes of a table that is compared cell by cell


class Version(Struct, frozen=True):
    """The parts of an entry that a change touched, as they stood on one side of it.

    `entry` holds these parts alone: where its own file was not touched, its header has but the
    category, and its body is empty. `tables` are by today's file.
    """

    entry: Entry
    is_own: bool
    tables: dict[str, DataTable]


def version_of(
    today: Entry, contents: Mapping[str, bytes | None], keys: Mapping[str, Key]
) -> Version | None:
    """Return a version of an entry from the files touched; None = it was not there.

    Raises where one of them cannot be read.
    """
    if today.file in contents:
        own = contents[today.file]
        if own is None:
            return None
        entry = entry_of(own, today, keys)
    else:
        entry = bare(today)
    tables = {
        file: table_of(data, file, entry, today)
        for file, data in contents.items()
        if data is not None and is_table_of(today, file)
    }
    entry = replace(entry, tables=tuple(tables.values()))
    return Version(entry, today.file in contents, tables)


def is_table_of(today: Entry, file: str) -> bool:
    """Tell whether a file is a table of a package, not something attached."""
    folder = today.file.rpartition("/")[0]
    return today.kind is Kind.DATA and file.endswith(TABLE) and file.startswith(folder + "/")


def bare(today: Entry, body: str = "") -> Entry:
    """Return an entry of the same category that says nothing but `body`."""
    category = today.header.get("category")
    given = Given(1, 1, fields={"category": category} if category else {})
    return replace(today, header=Header(given), body=body, tables=())


def entry_of(data: bytes, today: Entry, keys: Mapping[str, Key]) -> Entry:
    """Return the entry some bytes of its own file hold; raise where they make no sense."""
    if len(data) > MAX_BYTES:
        size = str(len(data))
        raise DisclosureError(FILE_TOO_LARGE.at(today.file, value=size, limit=MAX_BYTES))
    text, _ = decode(data, today.file)
    body, body_line, above, first_line = "", 0, text, 1
    if today.kind is not Kind.DATA:
        found = split(text, today.file)
        body, body_line = found.body, found.body_line
        above, first_line = found.above, found.first_line
    header, problems = read_meant(above, today.file, first_line, keys, today.kind)
    if not header.is_readable:
        raise DisclosureError(*problems)
    return replace(today, header=header, body=body, body_line=body_line, tables=())


def table_of(data: bytes, file: str, entry: Entry, today: Entry) -> DataTable:
    """Return the table of a file, under the schema its descriptor gave it then, or gives it now."""
    if len(data) > MAX_TABLE:
        raise unreadable(file, 0, f"超过 {MAX_TABLE // 10**6} MB", "too large", SPLIT)
    try:
        columns, rows = parse_table(data.decode("utf-8-sig"), file)
    except UnicodeDecodeError as error:
        raise unreadable(file, 0, "不是 UTF-8 编码", error.reason) from None
    given = listed(entry, file) or listed(today, file)
    schema = given.text_of("schema") if given else ""
    return DataTable(
        name=(given.text_of("name") if given else "") or file.rpartition("/")[2],
        file=file,
        line=1,
        table=schema.removeprefix(STANDARD) if schema.startswith(STANDARD) else "",
        columns=columns,
        rows=rows,
    )


def listed(entry: Entry, file: str) -> Given | None:
    """Return what a package's descriptor says of a file, or None."""
    resources = entry.header.get("resources")
    name = file.rpartition("/")[2]
    items = (resources.items or ()) if resources else ()
    return next((item for item in items if item.text_of("path") == name), None)
