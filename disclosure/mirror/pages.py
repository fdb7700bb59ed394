"""Pages that a mirror makes itself: how it stands, and what it holds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape, unescape

from disclosure.bundle.parts import COMMON
from disclosure.bundle.places import Places
from disclosure.bundle.stubs import HOME, page_of, write_front
from disclosure.mirror.home import Settings
from disclosure.mirror.standing import Standing, lines_of

CANONICAL = re.compile(rb'<link rel="canonical" href="(https?://[^"]+)"')


def status_page(now: Standing) -> str:
    """Return how a mirror stands, for the township."""
    lines = "\n".join(f"<li>{escape(line)}</li>" for line in lines_of(now))
    back = f'<p><a href="{escape(now.code)}/{HOME}">返回网站首页</a></p>'
    return page_of("站点状态", f"<ul>\n{lines}\n</ul>\n{back}", 0)


def front_page(settings: Settings, held: Iterable[str], places: Places) -> str:
    """Return the page to pick a place from: the own site and its neighbours, then those above."""
    own = (settings.code, *settings.neighbours)
    sites = [code for code in held if code != COMMON]
    return write_front(
        [code for code in own if code in sites],
        [code for code in sites if code not in own],
        places,
    )


def public_address(page: bytes, path: str) -> str:
    """Return under which address all sites are public, as a page of theirs says; "" if it does not.

    `path` is that of the page, from the root of all sites.
    """
    found = CANONICAL.search(page)
    own = unescape(found[1].decode("utf-8", "replace")) if found else ""
    return own.removesuffix(f"/{path}") if own.endswith(f"/{path}") else ""
