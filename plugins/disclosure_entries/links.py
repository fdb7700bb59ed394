"""Where the links of entries lead: sources become pages, other divisions are found or stood for."""

from __future__ import annotations

import re

from disclosure.sites.pages.elsewhere import stub_url

ACROSS = re.compile(r"division:(\d{4,12})(?:/([a-z]+/[a-z0-9-]+))?(#.*)?", re.ASCII)
SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:|[{|/#]", re.IGNORECASE)
SOURCE = re.compile(r"\.md(?=#|$)")


def page_of(target: str, built: frozenset[str]) -> str:
    """Return the relative address behind a link of an entry; `built` are the divisions with sites.

    A link to a division that this build has no site of leads to the page that says so.
    """
    across = ACROSS.fullmatch(target)
    if across:
        code, address, anchor = across.groups()
        if code in built:
            return f"../../{code}/{address or 'index'}.html{anchor or ''}"
        return f"../{stub_url(code, address or '')}"
    if target.partition("#")[0].endswith(".md") and not SCHEME.match(target):
        return SOURCE.sub(".html", target)
    return target
