"""Writes `group/<code>.html`: the categories of a group that have entries, and those entries."""

from __future__ import annotations

from pelican.generators import Generator
from pelican.writers import Writer

from disclosure.sites.site import Site


class GroupGenerator(Generator):
    """One page a group; the articles come from the context Pelican has filled by then."""

    def generate_output(self, writer: Writer) -> None:
        site: Site = self.settings["DISCLOSURE_SITE"]
        articles_by_code = {
            category.name: articles for category, articles in self.context["categories"]
        }
        template = self.get_template("group")
        for group in site.groups():
            sections = [
                (category, articles_by_code[category.code]) for category in group.categories
            ]
            writer.write_file(
                f"group/{group.code}.html",
                template,
                self.context,
                relative_urls=self.settings["RELATIVE_URLS"],
                group=group,
                sections=sections,
            )
