"""The settings of this plugin, parsed once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct

from disclosure.history import read_corrections
from disclosure.rules.facts import load_facts
from disclosure.sites.as_of import default_day
from disclosure.sites.pages.conventions import Registration
from disclosure.sites.site import Site, prepare_site

# The only form leads to the search page; opened from disk, Firefox takes no file for its own.
CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "base-uri 'none'; form-action 'self' file:"
)


class Options(Struct, frozen=True):
    """Where style sheets and the page of places lie, seen from the root of the division's site.

    `public_url` is where all sites are served, "" where that is not known; `registration` is how
    they are registered.
    """

    theme: str
    home: str
    public_url: str
    registration: Registration
    policy: str = CSP


def read_options(settings: Mapping[str, Any]) -> Options:
    """Return the options; `settings` are Pelican's, whose values are of any type."""
    return Options(
        theme=settings.get("DISCLOSURE_THEME", "theme"),
        home=settings.get("DISCLOSURE_HOME", ""),
        public_url=settings.get("DISCLOSURE_PUBLIC_URL", "").rstrip("/"),
        registration=Registration(
            site_name=settings.get("DISCLOSURE_SITE_NAME", ""),
            site_domain=settings.get("DISCLOSURE_SITE_DOMAIN", ""),
            site_id=settings.get("DISCLOSURE_SITE_ID", ""),
            icp=settings.get("DISCLOSURE_ICP", ""),
            police=settings.get("DISCLOSURE_POLICE_RECORD", ""),
            error_report=settings.get("DISCLOSURE_ERROR_REPORT_URL", ""),
        ),
    )


def is_ours(settings: Mapping[str, Any]) -> bool:
    """Tell whether this run is for a division; any other blog is left as it is."""
    return "DISCLOSURE_SITE" in settings or "DISCLOSURE_DIVISION" in settings


def site_of(settings: Mapping[str, Any]) -> Site | None:
    """Return the site the runner prepared, else the one DISCLOSURE_DIVISION names.

    None = the runner's page of places, which belongs to no division.
    """
    if "DISCLOSURE_SITE" in settings:
        prepared: Site | None = settings["DISCLOSURE_SITE"]
        return prepared
    root = Path(settings.get("DISCLOSURE_ROOT", ".")).resolve()
    day = settings.get("DISCLOSURE_AS_OF")
    as_of = date.fromisoformat(day) if day else default_day(root)
    facts = load_facts(root, as_of)
    division = facts.register.resolve(settings["DISCLOSURE_DIVISION"])
    corrections = read_corrections(root).within(division.folder)
    built = frozenset({division.code})
    return prepare_site(facts, division, as_of, built, corrections=corrections)
