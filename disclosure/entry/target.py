"""Another entry as named: `articles/x` in one's own division, `division:9901/articles/x` across."""

from __future__ import annotations

import re

from msgspec import Struct

from disclosure.catalogue import Kind
from disclosure.entry.entry import Entry

KINDS = "|".join(kind.value for kind in Kind)
FORM = re.compile(
    rf"(?:division:(?P<division>[0-9]{{4,12}})/)?(?P<kind>{KINDS})/(?P<name>[a-z0-9-]{{1,80}})"
    r"(?:\.md)?",
    re.ASCII,
)


class Target(Struct, frozen=True):
    """An entry as named by another; `division` is a short code."""

    division: str
    kind: Kind
    name: str

    @property
    def address(self) -> str:
        return f"{self.kind.value}/{self.name}"

    @property
    def file(self) -> str:
        """Its file inside the division's folder."""
        if self.kind is Kind.DATA:
            return f"{self.address}/datapackage.yaml"
        return f"{self.address}.md"


def read_target(text: str, entry: Entry) -> Target | None:
    """Return what `text` names as seen from an entry, or None where it has no such form."""
    form = FORM.fullmatch(text.strip())
    if form is None:
        return None
    return Target(form["division"] or entry.division.code, Kind(form["kind"]), form["name"])
