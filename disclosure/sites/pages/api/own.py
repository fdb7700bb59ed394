"""`site.json`: whose site it is, what it holds, and where the other files are."""

from __future__ import annotations

from disclosure.division import Division
from disclosure.sites.pages.api import FOLDER
from disclosure.sites.pages.api.divisions import named
from disclosure.sites.pages.api.entries import page_file
from disclosure.sites.pages.interface import write_json
from disclosure.sites.pages.lists import listed
from disclosure.sites.pages.package_files import packages_of
from disclosure.sites.pages.paging import FIRST, SIZE, fill_pages
from disclosure.sites.pages.records import CATALOGUE
from disclosure.sites.site import Site

FILE = f"{FOLDER}/site.json"


def write_site(site: Site, public_url: str, others: dict[str, str]) -> str:
    """Return who a site is; `others` are the files of other plugins that run, by what they hold.

    `public_url` is the address of the site, "" where it is not known.
    """
    entries = listed(site)
    pages = len(fill_pages(entries))
    return write_json(
        {
            "version": 1,
            **about(site.division),
            "public_url": public_url or None,
            "entries": {"count": len(entries), "pages": pages, "page_size": SIZE},
            "datasets": {"count": len(packages_of(site))},
            "files": {
                "entries": page_file(FIRST),
                "datasets": f"{FOLDER}/datasets.json",
                "divisions": f"{FOLDER}/divisions.json",
                "catalogue_json_ld": f"{CATALOGUE}.jsonld",
                "catalogue_turtle": f"{CATALOGUE}.ttl",
                "data_json": "data.json",
                **others,
            },
        }
    )


def about(division: Division) -> dict[str, object]:
    """Return a division as the register has it; what it does not say is null."""
    return {
        **named(division),
        "office": division.office or None,
        "phone": division.phone or None,
        "address": division.address or None,
        "hours": division.hours or None,
    }
