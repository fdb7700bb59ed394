"""The handlers: they prepare the site once, share the templates, and fill every page's context."""

from __future__ import annotations

from functools import partial

from jinja2 import StrictUndefined
from pelican import Pelican
from pelican.generators import Generator

from disclosure.division import Division
from disclosure.problem import DisclosureError
from disclosure.report import write
from disclosure.sites.site import Site
from disclosure.sites.tree import count_levels
from disclosure.sites.view import Fact
from disclosure_divisions.options import is_ours, read_options, site_of
from disclosure_divisions.writer import DivisionWriter

NOTE = (
    "类目体系按已公布的框架（两大部分、169 个类目、四个层级）重新整理，由本项目起草，"
    "并非任何地方的正式目录。"
)


def find_site(pelican: Pelican) -> None:
    """Put the site of this run into the settings, and no feed where there is nothing to feed."""
    settings = pelican.settings
    if not is_ours(settings):
        return
    try:
        site = site_of(settings)
    except DisclosureError as error:  # only where no runner prepared the site
        raise SystemExit(write("text", error.problems, checked=0)) from None
    settings["DISCLOSURE_SITE"] = site
    if site is not None:
        settings["SITENAME"] = site.division.name
        if not any(entry.category for entry in site.visible()):
            settings["FEED_ALL_ATOM"] = None


def add_context(generator: Generator) -> None:
    """Give the generator the shared templates and the context every page has."""
    if not is_ours(generator.settings):
        return
    shared = generator.settings.get("DISCLOSURE_TEMPLATES")
    if shared is not None:
        generator.env = shared.setdefault("environment", generator.env)
        generator.env.auto_reload = False  # templates do not change while a build runs
    generator.env.undefined = StrictUndefined
    site: Site | None = generator.settings["DISCLOSURE_SITE"]
    options = read_options(generator.settings)
    generator.context.update(csp=options.policy, note=NOTE, site=site)
    if site is not None:
        generator.context.update(
            feed_url=generator.settings["FEED_ALL_ATOM"] or "",
            imprint=imprint(site.division),
            category_by_code=site.facts.catalogue.categories,
        )
        generator.env.globals["division_url"] = partial(link_to, site)
    tree = generator.settings.get("DISCLOSURE_TREE")
    if tree is not None:
        counts = count_levels(tree)
        generator.context.update(
            tree=tree, counts=[(level.zh, number) for level, number in counts.items() if number]
        )


def choose_writer(pelican: Pelican) -> type[DivisionWriter] | None:
    """Return the writer that knows the relative addresses around a division."""
    return DivisionWriter if is_ours(pelican.settings) else None


def link_to(site: Site, division: Division, base: str) -> str:
    """Return the relative address of a division's home, "" where no site stands there.

    `base` is the relative address of the own site's root, such as `..`.
    """
    if division.code == site.division.code:
        return f"{base}/index.html"
    return f"{base}/../{division.code}/index.html" if division.code in site.built else ""


def imprint(division: Division) -> tuple[Fact, ...]:
    """Return who answers for the site, as the register has it."""
    lines = (
        ("主办单位", division.office),
        ("地址", division.address),
        ("电话", division.phone),
        ("办公时间", division.hours),
    )
    return tuple(Fact(label, value) for label, value in lines if value)
