"""The handlers: the rules run before anything is read, and nothing read may have been dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from pelican import Pelican
from pelican.generators import Generator

from disclosure.problem import DisclosureError, Problem, Severity
from disclosure.report import write
from disclosure.rules.check import check_folder
from disclosure.sites.reconcile import unread_entries
from disclosure.sites.site import Site


def check_site(pelican: Pelican) -> None:
    """Check the division's content; raise its errors before a page is written."""
    site: Site | None = pelican.settings.get("DISCLOSURE_SITE")
    if site is None:
        return
    problems = check_folder(site.folder, site.facts)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        refuse(errors, pelican.settings)
    # What is left only warns: no page may call such a rule kept.
    pelican.settings["DISCLOSURE_WARNED"] = frozenset((one.file, one.code) for one in problems)


def require_valid(generators: Sequence[Generator]) -> None:
    """Raise what Pelican could not read and would have left out with a log line."""
    if "DISCLOSURE_SITE" not in generators[0].settings:
        return
    problems = unread_entries(generators[0].context["generated_content"])
    if problems:
        refuse(problems, generators[0].settings)


def refuse(problems: Sequence[Problem], settings: Mapping[str, Any]) -> NoReturn:
    """Stop the build: the runner makes a report of the problems, a plain run prints them."""
    if "DISCLOSURE_TEMPLATES" in settings:
        raise DisclosureError(*problems)
    raise SystemExit(write("text", problems, checked=0))
