"""The handlers: they prepare the site once, share the templates, and fill every page's context."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from jinja2 import Environment
from pelican import Pelican
from pelican.generators import Generator
from pelican.plugins._utils import get_plugin_name

from disclosure.leftovers import LEFTOVERS
from disclosure.problem import DisclosureError
from disclosure.report import write
from disclosure.sites.files import SiteFiles
from disclosure.sites.generator import FILES, TEMPLATES
from disclosure.sites.pages.conventions import Conventions, conventions_of
from disclosure.sites.pages.doors import doors_of
from disclosure.sites.pages.guide import RECONSTRUCTION
from disclosure.sites.pages.moved import moved_to
from disclosure.sites.pages.naming import affairs_of, title_of
from disclosure.sites.site import Site
from disclosure.sites.tree import count_levels
from disclosure_divisions.around import AroundGenerator
from disclosure_divisions.frame import Frame
from disclosure_divisions.links import link_from
from disclosure_divisions.options import is_ours, read_options, site_of
from disclosure_divisions.templates import prepared
from disclosure_divisions.writer import DivisionWriter


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
    settings["DISCLOSURE_CONVENTIONS"] = find_conventions(settings, site)
    if site is not None:
        settings["IGNORE_FILES"] = list(LEFTOVERS)  # no more and no less than a check leaves out
        settings["SITENAME"] = site.division.name
        if not any(entry.category for entry in site.visible()):
            settings["FEED_ALL_ATOM"] = None


def find_conventions(settings: Mapping[str, Any], site: Site | None) -> Conventions | None:
    """Return what every page states; the page of places speaks for the first place on it.

    None where that page has no place. Settings are Pelican's, of any type.
    """
    tree = settings.get("DISCLOSURE_TREE")
    division = site.division if site else tree[0].division if tree else None
    if division is None:
        return None
    options = read_options(settings)
    ancestors = site.ancestors if site else ()
    try:
        return conventions_of(division, ancestors, options.registration, options.public_url)
    except DisclosureError as error:
        if "DISCLOSURE_TEMPLATES" in settings:  # the runner makes a report of it
            raise
        raise SystemExit(write("text", error.problems, checked=0)) from None


def add_context(generator: Generator) -> None:
    """Give the generator the shared templates, and once a run the context every page has."""
    if not is_ours(generator.settings):
        return
    if TEMPLATES not in generator.context:
        shared = generator.settings.get("DISCLOSURE_TEMPLATES", {})
        if TEMPLATES not in shared:
            compiled = generator.settings.get("DISCLOSURE_COMPILED")
            shared[TEMPLATES] = prepared(generator.env, compiled)
        generator.context.update(common_context(generator, shared[TEMPLATES]))
    generator.env = generator.context[TEMPLATES]


def common_context(generator: Generator, templates: Environment) -> dict[str, Any]:
    """Return what every page of a run has, of any type."""
    settings = generator.settings
    site: Site | None = settings["DISCLOSURE_SITE"]
    options = read_options(settings)
    conventions: Conventions | None = settings["DISCLOSURE_CONVENTIONS"]
    common = {
        TEMPLATES: templates,
        FILES: settings.get("DISCLOSURE_FILES") or SiteFiles(Path(generator.output_path)),
        "frame": Frame(templates, generator.context),
        "csp": options.policy,
        "note": RECONSTRUCTION,
        "site": site,
        "site_title": title_of(site.division) if site else settings["SITENAME"],
        "conventions": conventions,
        "imprint": conventions.imprint if conventions else (),
    }
    if site is not None:
        common |= site_context(site, settings, options.public_url)
        templates.globals["title_of"] = title_of
        link_from(site, templates)
    tree = settings.get("DISCLOSURE_TREE")
    if tree is not None:
        counts = count_levels(tree)
        common |= {
            "tree": tree,
            "counts": [(level.zh, number) for level, number in counts.items() if number],
            "preview": settings.get("DISCLOSURE_PREVIEW"),
        }
    return common


def site_context(site: Site, settings: Mapping[str, Any], public_url: str) -> dict[str, Any]:
    """Return what every page of a division's site has."""
    plugins = frozenset(
        name if isinstance(name, str) else get_plugin_name(name) for name in settings["PLUGINS"]
    )
    return {
        "affairs": affairs_of(site.division),
        "feed_url": settings["FEED_ALL_ATOM"] or "",
        "plugin_names": plugins,
        "navigation": doors_of(site.as_of.year, plugins),
        "moved": moved_to(site),
        "public_site_url": f"{public_url}/{site.division.code}" if public_url else "",
        "category_by_code": site.facts.catalogue.categories,
    }


def choose_writer(pelican: Pelican) -> type[DivisionWriter] | None:
    """Return the writer that knows the relative addresses around a division."""
    return DivisionWriter if is_ours(pelican.settings) else None


def add_generator(pelican: Pelican) -> type[AroundGenerator] | None:
    """Return the generator of what a site shows of others, where the run is for a division."""
    return AroundGenerator if pelican.settings.get("DISCLOSURE_SITE") else None
