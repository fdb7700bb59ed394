"""The handlers: the rules run before anything is read, and nothing read may have been dropped."""

from __future__ import annotations

import logging
from collections.abc import Sequence

from pelican import Pelican
from pelican.generators import CachingGenerator, Generator

from disclosure.problem import Code, DisclosureError, Severity
from disclosure.rules.check import check_folder
from disclosure.sites.site import Site

logger = logging.getLogger(__name__)
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
    for problem in errors:
        place = f"{problem.file}:{problem.line}" if problem.line else problem.file
        logger.error("%s %s %s", place, problem.message_zh, problem.hint_zh)
    if errors:
        raise DisclosureError(*errors)


def require_valid(generators: Sequence[Generator]) -> None:
    """Raise what Pelican could not read and would have left out with a log line."""
    failed = [
        path
        for generator in generators
        if isinstance(generator, CachingGenerator)
        for path, content in generator.context["generated_content"].items()
        if content is None
    ]
    if failed:
        raise DisclosureError(*(NOT_READ.at(path, value=path) for path in sorted(set(failed))))
