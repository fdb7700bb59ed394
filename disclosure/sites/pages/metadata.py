"""What a reader tells Pelican about an entry; everything else rides along as `view`."""

from __future__ import annotations

from disclosure.entry import Entry
from disclosure.sites.order import newest_first
from disclosure.sites.pages.block_view import block_views
from disclosure.sites.pages.view import view_entry
from disclosure.sites.shown import Shown
from disclosure.sites.site import Site

STATUS = {
    Shown.FULL: "published",
    Shown.WITHDRAWN: "hidden",
    Shown.TAKEN_DOWN: "hidden",
    Shown.NOTHING: "skip",
}


def entry_metadata(entry: Entry, site: Site) -> dict[str, object]:
    """Return the metadata of an entry; `order` sorts newest first, ties by address.

    `category` is the code as text and absent for a page that needs none.
    """
    status = STATUS[site.shown(entry)]
    if status == "skip":
        return {"status": status, "title": entry.title}
    view = view_entry(entry, site)
    found: dict[str, object] = {
        "title": entry.title,
        "date": entry.published,
        "status": status,
        "template": view.template,
        "kind": entry.kind.value,
        "slug": entry.name,
        "url": f"{entry.address}.html",  # given here, Pelican need not make it of its patterns
        "save_as": f"{entry.address}.html",
        "summary": view.summary,
        "order": (newest_first(view.published), entry.address),
        "view": view,
    }
    if status == "published":
        found |= block_views(entry, site)
    if entry.category:
        found["category"] = entry.category
    return found
