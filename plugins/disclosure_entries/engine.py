"""Renders bodies in the subset by pyromark, and spells the HTML as Python-Markdown does.

Nothing is left to clean: the subset has no HTML, and its links lead to entries, files and hosts.
"""

from __future__ import annotations

import re
from functools import partial

import pyromark

from disclosure_entries.links import page_of
from disclosure_entries.subset import MASK, in_subset

TABLES = pyromark.Options.ENABLE_TABLES
MASKS = re.compile(MASK)
INDENT = re.compile("<p>\u3000+")  # Python-Markdown takes it from the first line alone
LINK = re.compile(r'<a href="([^"]*)"')
IMAGE = re.compile(r'<img src="([^"]*)" alt="([^"]*)" />')
# Each begins with a sign that no text in the subset holds.
SPELLED = {
    # Each cell has a line of its own.
    "<table><thead><tr><th": "<table>\n<thead>\n<tr>\n<th",
    "</th><th": "</th>\n<th",
    "</th></tr></thead><tbody>": "</th>\n</tr>\n</thead>\n<tbody>",
    "<tr><td": "<tr>\n<td",
    "</td><td": "</td>\n<td",
    "</td></tr>": "</td>\n</tr>",
    "</tbody></table>": "</tbody>\n</table>",
    # The policy of the pages allows no inline style.
    **{
        f'<{cell} style="text-align: {side}"': f'<{cell} align="{side}"'
        for cell in ("th", "td")
        for side in ("left", "center", "right")
    },
}


def subset_html(text: str, built: frozenset[str]) -> str | None:
    """Return the clean HTML of a body in the subset, None for any other.

    `built` are the divisions with sites.
    """
    if not in_subset(text):
        return None
    if "*" in text:
        text = MASKS.sub(r"\\*", text)
    html = pyromark.html(text, options=TABLES)
    if "\u3000" in html:
        html = INDENT.sub("<p>", html)
    if "<table>" in html:
        for found, spelled in SPELLED.items():
            html = html.replace(found, spelled)
    if "<img" in html:
        html = IMAGE.sub(image_html, html)
    if "<a " in html:
        html = LINK.sub(partial(link_html, built), html)
    return html[:-1]


def link_html(built: frozenset[str], link: re.Match[str]) -> str:
    """Return the start of a link, with the address it leads to."""
    return f'<a href="{page_of(written(link[1]), built)}"'


def image_html(image: re.Match[str]) -> str:
    """Return an image."""
    return f'<img alt="{image[2]}" src="{written(image[1])}">'


def written(target: str) -> str:
    """Return a target as it was written: {filename} and {static} have their braces."""
    return target.replace("%7B", "{").replace("%7D", "}")
