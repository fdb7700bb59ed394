"""Relative addresses of other divisions' sites, as they are reached from the site being built."""

from __future__ import annotations

from jinja2 import Environment

from disclosure.division import Division
from disclosure.sites.pages.elsewhere import stub_url
from disclosure.sites.site import Site
from disclosure.sites.survey import Item

OURS = "site_links"


class Links:
    """The two functions of the templates; `site` is the one being built.

    A macro keeps what it found under a name when its file was first read, for all sites: so the
    functions stay the same, and what changes with the site is asked of them.
    """

    def __init__(self, site: Site) -> None:
        self.site = site

    def to_division(self, division: Division, base: str) -> str:
        """Return the address of a division's home, or of the page that stands for it.

        `base` is the relative address of the own site's root, such as `..`.
        """
        if division.code == self.site.division.code:
            return f"{base}/index.html"
        if division.code in self.site.built:
            return f"{base}/../{division.code}/index.html"
        return f"{base}/{stub_url(division.code)}"

    def to_item(self, item: Item, base: str) -> str:
        """Return the address of another division's entry, as `to_division` does."""
        if item.division in self.site.built:
            return f"{base}/../{item.division}/{item.address}.html"
        return f"{base}/{stub_url(item.division, item.address)}"


def link_from(site: Site, templates: Environment) -> None:
    """Let the templates link from a site to others."""
    found = templates.globals.get(OURS)
    links = found if isinstance(found, Links) else Links(site)
    links.site = site
    templates.globals[OURS] = links
    templates.globals["division_url"] = links.to_division
    templates.globals["entry_url"] = links.to_item
