"""The derived `datapackage.json`: the committed descriptor with the schemas it names written out.

It repeats what the page of the package shows; who drafted it stays in the committed descriptor.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from hashlib import sha256

from msgspec import Struct

from disclosure.catalogue import Catalogue
from disclosure.dataset import DataTable
from disclosure.entry import Entry
from disclosure.marked import Given
from disclosure.opendata.columns import layout_of
from disclosure.opendata.schema_json import to_json, write_schema

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
TEXTS = (
    "title",
    "description",
    "category",
    "date",
    "period",
    "formed_on",
    "event_on",
    "publisher",
    "document_number",
    "nil_reason",
    "homepage",
    "version",
)
PARTS = ("elements", "licenses", "sources", "keywords")


class Content(Struct, frozen=True):
    """A table's file as it was committed: how many bytes, and what proves them."""

    size: int
    digest: str

    @classmethod
    def from_bytes(cls, data: bytes) -> Content:
        return cls(len(data), sha256(data).hexdigest())


def write_package(package: Entry, contents: Mapping[str, Content], catalogue: Catalogue) -> str:
    """Return the descriptor of a package as JSON; `contents` are the files by name."""
    head: dict[str, object] = {"$schema": PROFILE, "name": package.name}
    head |= {"id": package.index_number, **dict(own_keys(package))}
    lines = [f'"{key}":{to_json(value)}' for key, value in head.items()]
    resources = ",\n".join(
        write_resource(package, table, contents[file_name(table)], catalogue)
        for table in package.tables
    )
    return "{\n" + ",\n".join((*lines, f'"resources":[\n{resources}\n]')) + "\n}\n"


def file_name(table: DataTable) -> str:
    """Return the name of a table's file within its package."""
    return table.file.rpartition("/")[2]


def own_keys(package: Entry) -> Iterator[tuple[str, object]]:
    """Yield what the descriptor says of the package, as far as its page shows it too."""
    header = package.header
    for name in TEXTS:
        if header.has(name):
            yield name, header.text(name)
    for name in PARTS:
        given = header.get(name)
        if given and not given.is_blank:
            yield name, plain(given)
    if package.is_nil:
        yield "nil", True
    yield "contributors", [{"title": package.publisher, "roles": ["publisher"]}]


def plain(given: Given) -> object:
    """Return a value as JSON holds it; all its scalars are text."""
    if given.items is not None:
        return [plain(item) for item in given.items]
    if given.fields is not None:
        return {name: plain(part) for name, part in given.fields.items()}
    return given.text


def write_resource(package: Entry, table: DataTable, content: Content, catalogue: Catalogue) -> str:
    """Return one table with its schema."""
    layout = layout_of(package, table, catalogue)
    about: dict[str, object] = {
        "name": table.name,
        "path": file_name(table),
        "type": "table",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": content.size,
        "hash": f"sha256:{content.digest}",
    }
    if layout.title:
        about["title"] = layout.title
    if table.table:
        about["standard_table"] = table.table
    return to_json(about)[:-1] + f',"schema":{write_schema(layout)}' + "}"
