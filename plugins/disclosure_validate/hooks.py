"""The handlers: the rules run before anything is read, and nothing read may have been dropped."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

from pelican import Pelican
from pelican.generators import CachingGenerator, Generator

from disclosure.problem import Code, DisclosureError, Problem, Severity
from disclosure.report import write
from disclosure.rules.check import check_folder
from disclosure.sites.site import Site

NOT_READ = Code(
    "entry-not-read",
    zh="生成网站时没有读入 {value}",
    en="{value} was not read by the build",
    hint_zh="请运行 tasks.py check 查看原因",
    hint_en="run tasks.py check to see why",
)


def check_site(pelican: Pelican) -> None:
    """Check the division's content; raise its errors before a page is written."""
    site: Site | None = pelican.settings.get("DISCLOSURE_SITE")
    if site is None:
        return
    problems = check_folder(site.folder, site.facts)
    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if errors:
        refuse(errors, pelican.settings)


def require_valid(generators: Sequence[Generator]) -> None:
    """Raise what Pelican could not read and would have left out with a log line."""
    if "DISCLOSURE_SITE" not in generators[0].settings:
        return
    failed = [
        path
        for generator in generators
        if isinstance(generator, CachingGenerator)
        for path, content in generator.context["generated_content"].items()
        if content is None
    ]
    if failed:
        problems = [NOT_READ.at(path, value=path) for path in sorted(set(failed))]
        refuse(problems, generators[0].settings)


def refuse(problems: Sequence[Problem], settings: Mapping[str, Any]) -> NoReturn:
    """Stop the build: the runner makes a report of the problems, a plain run prints them."""
    if "DISCLOSURE_TEMPLATES" in settings:
        raise DisclosureError(*problems)
    raise SystemExit(write("text", problems, checked=0))
