"""Writes the pages about the site itself: its map, its guide, and what a copy of it is known by."""

from __future__ import annotations

from typing import Any

from disclosure.division import Level
from disclosure.sites.generator import SiteGenerator, Writer
from disclosure.sites.pages.about_copy import FILE, PAGE, view_copy, write_build
from disclosure.sites.pages.doors import doors_of, further_doors
from disclosure.sites.pages.guide_office import guide_of_office
from disclosure.sites.pages.guide_village import guide_of_village
from disclosure.sites.pages.overview import overview_of

ON_MAP = ("home", "catalogue", "documents", "about")  # what the map names besides its own lists


class OwnGenerator(SiteGenerator):
    """Writes pages of words; map and guide name pages of other plugins only where they run.

    What changes with a commit stands in `about-copy.html` and `build.js` alone.
    """

    def generate_output(self, writer: Writer) -> None:
        site = self.site
        plugins = self.context["plugin_names"]
        doors = doors_of(site.as_of.year, plugins)
        further = further_doors(plugins)
        url_by_region = {door.region: door.url for door in (*doors, *further)}
        guide_of = guide_of_village if site.division.level is Level.VILLAGE else guide_of_office
        money = self.context["money"].doors if "money" in self.context else ()
        others = (*(door for door in doors if door.region in ON_MAP), *money, *further)
        pages: dict[str, dict[str, Any]] = {  # what a template names is of any type
            "map": {
                "overview": overview_of(
                    site, others, self.context.get("gathered", ()), self.context["feed_url"]
                )
            },
            "about": {
                "guide": guide_of(
                    site, url_by_region["catalogue"], url_by_region.get("corrections", "")
                )
            },
        }
        for name, values in pages.items():
            self.write_page(writer, f"{name}.html", name, **values)
        self.write_page(writer, PAGE, "about_copy", copy=view_copy(site))
        self.files.write(FILE, write_build(site))
