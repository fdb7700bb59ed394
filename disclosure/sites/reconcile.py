"""Holds what a build read against what it was given, and what it wrote against what it read."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from pathlib import Path

from disclosure.problem import Code, Problem
from disclosure.sites.shown import Shown
from disclosure.sites.site import Site

ENTRY_NOT_READ = Code(
    "entry-not-read",
    zh="生成网站时没有读入 {value}",
    en="{value} was not read by the build",
    hint_zh="请运行 tasks.py check 查看原因；如无其他问题，请报告程序缺陷",
    hint_en="run tasks.py check to see why; if it finds nothing, report a defect",
)
PAGE_NOT_WRITTEN = Code(
    "page-not-written",
    zh="“{value}”已读入，但没有生成页面",
    en="{value!r} was read but no page was written for it",
    hint_zh="请查看同一区划的其他问题；如无其他问题，请报告程序缺陷",
    hint_en="see the other problems of this division; if there are none, report a defect",
)


def unread_entries(content_by_path: Mapping[str, object]) -> list[Problem]:
    """Return a problem for each source Pelican failed to read, where it would only have logged."""
    failed = sorted(path for path, content in content_by_path.items() if content is None)
    return [ENTRY_NOT_READ.at(path, value=path) for path in failed]


def pages_in(output: Path) -> frozenset[str]:
    """Return the pages of a site, relative to its root."""
    start = len(str(output)) + 1
    return frozenset(
        f"{folder}/{name}"[start:]
        for folder, _, names in os.walk(output)
        for name in names
        if name.endswith(".html")
    )


def missing_pages(site: Site, pages: Collection[str]) -> list[Problem]:
    """Return a problem for each entry that was read and is not among the pages."""
    return [
        PAGE_NOT_WRITTEN.at(entry.file, value=entry.title)
        for entry in site.folder.entries
        if f"{entry.address}.html" not in pages and site.shown(entry) is not Shown.NOTHING
    ]
