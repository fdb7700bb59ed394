"""The view of an entry's own block, for the templates of guides, letters and votes."""

from __future__ import annotations

from disclosure.entry import Entry
from disclosure.sites.pages.guide_view import view_guide
from disclosure.sites.pages.letter_view import view_letter
from disclosure.sites.pages.vote_view import view_vote
from disclosure.sites.site import Site


def block_views(entry: Entry, site: Site) -> dict[str, object]:
    """Return the metadata `guide`, `letter` and `vote`; None where the entry has no such block."""
    return {
        "guide": view_guide(entry, site),
        "letter": view_letter(entry, site),
        "vote": view_vote(entry, site),
    }
