"""Sites with texts below an output folder, and their index."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from disclosure.search.document import Document
from disclosure.search.index import Written, write_index
from disclosure.search.scope import Scope
from disclosure.search.state import State
from tests.search.documents import put_texts

COUNTY, TOWNSHIP, VILLAGE, OTHER = "990101", "990101100", "990101100201", "990101100202"
NAMES = {
    COUNTY: "锦城区",
    TOWNSHIP: "锦绣街道",
    VILLAGE: "银杏社区",
    OTHER: "梧桐村",
    "9901": "锦城市",
}
TODAY = date(2026, 11, 22)  # a Sunday: the week began on the 16th
WORDS = ("村务公开", "财务收支")

Sites = Mapping[str, Sequence[Document]]  # by short code


class Tree:
    """An output folder with the texts of some sites."""

    def __init__(self, folder: Path, sites: Sites) -> None:
        self.folder, self.sites = folder, dict(sites)
        for code, documents in sites.items():
            self.put(code, documents)

    def put(self, code: str, documents: Sequence[Document]) -> None:
        """Publish the documents of a site in place of those before."""
        self.sites[code] = documents
        put_texts(self.folder, code, documents)

    def index(
        self, as_of: date = TODAY, place: str = "index", state: str = "state", code: str = COUNTY
    ) -> Written:
        """Write the index of a place into a folder beside the sites'."""
        divisions = tuple((one, NAMES[one]) for one in self.sites if one.startswith(code))
        scope = Scope(code, NAMES[code], divisions)
        kept = State(self.folder / state)
        return write_index(scope, self.folder, self.folder / place, kept, as_of, WORDS)


def content_of(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
