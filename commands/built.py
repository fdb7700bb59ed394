"""What a build came to, in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from disclosure.sites.build import Built, Request


def told_of_merged(built: Built, output: Path) -> Iterator[str]:
    """Yield what is said when parts have been merged."""
    pages = sum(outcome.pages for outcome in built.outcomes)
    sites = len(built.outcomes) - len(built.failed)
    yield f"合并网站 {sites} 个，共 {pages} 页，在 {output}。"
    yield from built.notes
    yield from told_of_failed(built)


def told_of(built: Built, request: Request) -> Iterator[str]:
    """Yield what is said of a build when it has ended."""
    pages = sum(outcome.pages for outcome in built.outcomes)
    sites = len(built.outcomes) - len(built.failed)
    left = sum(outcome.is_built and outcome.witness is None for outcome in built.outcomes)
    kept = f"其中 {left} 个没有变化，原样保留。" if left else ""
    told = f"以 {request.as_of} 为准，生成网站 {sites} 个，共 {pages} 页，在 {request.output}。"
    yield told + kept
    yield from built.notes
    yield from told_of_failed(built)


def told_of_failed(built: Built) -> Iterator[str]:
    """Yield which sites are as they were before, or not there."""
    if built.failed:
        names = "、".join(f"{division.name}（{division.code}）" for division in built.failed)
        yield f"没有生成的：{names}。原有的网站保留不变。"
