"""What a build came to, in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from disclosure.sites.build import Built
    from disclosure.sites.kept.whole import Whole


def told_of_merged(built: Built, output: Path) -> Iterator[str]:
    """Yield what is said when parts have been merged."""
    sites = len(built.outcomes) - len(built.failed)
    yield f"合并网站 {sites} 个，共 {built.pages} 页，在 {output}。"
    yield from built.notes
    yield from told_of_failed(built)


def told_of(built: Built, day: date, output: Path) -> Iterator[str]:
    """Yield what is said of a build when it has ended."""
    sites = len(built.outcomes) - len(built.failed)
    left = sum(outcome.is_built and outcome.witness is None for outcome in built.outcomes)
    yield sentence(day, output, sites, built.pages, left)
    yield from built.notes
    yield from told_of_failed(built)


def told_of_whole(whole: Whole, day: date, output: Path) -> Iterator[str]:
    """Yield what is said where a build would come to what stands."""
    yield sentence(day, output, whole.sites, whole.pages, whole.sites)
    yield from whole.notes


def sentence(day: date, output: Path, sites: int, pages: int, left: int) -> str:
    """Return how much there is, and how many sites were left as they stood."""
    kept = f"其中 {left} 个没有变化，原样保留。" if left else ""
    return f"以 {day} 为准，生成网站 {sites} 个，共 {pages} 页，在 {output}。{kept}"


def told_of_failed(built: Built) -> Iterator[str]:
    """Yield which sites are as they were before, or not there."""
    if built.failed:
        names = "、".join(f"{division.name}（{division.code}）" for division in built.failed)
        yield f"没有生成的：{names}。原有的网站保留不变。"
