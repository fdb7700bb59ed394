"""What a package may say of a table beside path and schema: nothing that has it read otherwise.

Parts, archives, dialects, encodings and profiles of somebody else's are refused before anything is
opened: what a table says must not depend on who reads it.
"""

from __future__ import annotations

from disclosure.marked import Given
from disclosure.problem import Code, Problem

RESOURCE_PROPERTY = Code(
    "resource-property",
    zh="数据表说明里的 {field}: {value} 不可用",
    en="the resource property {field}: {value!r} is not usable",
    hint_zh="{advice_zh}",
    hint_en="delete it: a table is a UTF-8 CSV file inside the package, read in one way only",
)
PROFILES = frozenset(
    f"https://datapackage.org/profiles/2.0/data{part}.json" for part in ("package", "resource")
)
# By key, the texts it may have; None = any.
PROPERTIES: dict[str, frozenset[str] | None] = {
    "name": None,
    "path": None,
    "schema": None,
    "title": None,
    "description": None,
    "licenses": None,
    "sources": None,
    "bytes": None,
    "hash": None,
    "type": frozenset(("table",)),
    "format": frozenset(("csv",)),
    "mediatype": frozenset(("text/csv",)),
    "encoding": frozenset(("utf-8", "UTF-8")),
    "$schema": PROFILES,
}
NOTHING: frozenset[str] = frozenset()


def unusable_properties(given: Given, file: str) -> list[Problem]:
    """Return the properties of a resource that would have it read in another way than ours."""
    return [
        unusable(file, key, part)
        for key, part in (given.fields or {}).items()
        if (allowed := PROPERTIES.get(key, NOTHING)) is not None and part.text not in allowed
    ]


def unusable(file: str, key: str, part: Given) -> Problem:
    """Return the problem of a property that asks for a table to be read in another way."""
    allowed = sorted(PROPERTIES.get(key) or ())
    return RESOURCE_PROPERTY.at(
        file,
        part.key_line or part.line,
        key,
        value=part.text or "（多项）",
        advice_zh=f"请写 {key}: {allowed[0]}，或删去这一行" if allowed else f"请删去 {key}",
    )
