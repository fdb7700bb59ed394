"""Pages of entries for programs: filled oldest first, so that numbers do not move."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from msgspec.structs import replace

from disclosure.sites.pages.api.entries import entry_pages
from tests.sites.small_site import notice, village_site


def pages(folder: Path, number: int) -> dict[str, Any]:
    """Return the pages of a village with some more notices, by file; JSON is of any type."""
    files = {
        f"notices/n{serial:03}.md": notice(
            f"公示{serial:03}", f"2026-0{1 + serial // 28 % 9}-{1 + serial % 28:02}", "2026-11-17"
        )
        for serial in range(number)
    }
    site = village_site(folder, files)
    return {name: json.loads(text) for name, text in entry_pages(site)}


def test_first_page_has_the_newest_and_leads_to_the_older(tmp_path: Path) -> None:
    found = pages(tmp_path, 230)

    sizes = {name.removeprefix("api/v1/"): len(page["entries"]) for name, page in found.items()}
    assert sizes == {"entries-0.json": 132, "entries-1.json": 100}
    assert found["api/v1/entries-0.json"]["older"] == "api/v1/entries-1.json"
    assert found["api/v1/entries-1.json"]["newer"] == "api/v1/entries-0.json"
    published = [one["published"] for page in found.values() for one in page["entries"]]
    assert published == sorted(published, reverse=True)


def test_full_page_stays_when_entries_are_added(tmp_path: Path) -> None:
    before = pages(tmp_path / "before", 210)
    (tmp_path / "more").mkdir()
    after = pages(tmp_path / "more", 220)

    assert before["api/v1/entries-1.json"] == after["api/v1/entries-1.json"]
    assert before["api/v1/entries-0.json"] != after["api/v1/entries-0.json"]


def test_site_without_entries_has_an_empty_first_page(tmp_path: Path) -> None:
    site = village_site(tmp_path)

    ((name, text),) = entry_pages(replace(site, folder=replace(site.folder, entries=())))

    assert name == "api/v1/entries-0.json"
    assert json.loads(text)["entries"] == []
