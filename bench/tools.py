"""The ways to make the same sites: ours with less and with more in it, and the peers'."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from msgspec import Struct

from bench import peer, peer_eleventy, peer_hugo, plain_site
from bench.measure import REPOSITORY
from disclosure.catalogue import PRODUCT

SETTINGS = REPOSITORY / "bench" / "settings"
OURS = {  # name, what it is, settings
    "pages": ("disclosure, pages alone", SETTINGS / "pages.py"),
    "checked": ("disclosure, with all checks and matrices", SETTINGS / "checked.py"),
    "whole": ("disclosure, everything, search indexes too", PRODUCT / "pelicanconf.py"),
}
HUGO = {"hugo-each": "Hugo, a run for each place", "hugo-one": "Hugo, one run"}
ELEVENTY, PELICAN = "eleventy", "pelican"
NAMES = (*OURS, *HUGO, ELEVENTY, PELICAN)
TASKS = (sys.executable, "-m", "bench.tasks")


class Tool(Struct, frozen=True):
    """A way to make the sites: its name, and its command for an output, to be run in a folder."""

    name: str
    command: Callable[[Path], list[str]]
    folder: Path = REPOSITORY
    is_ours: bool = False
    is_hugo: bool = False


class Toolbox(Struct, frozen=True):
    """The tools that are asked for, with where the peers' programs are; None = not there."""

    wanted: frozenset[str]
    jobs: int
    hugo: str | None
    eleventy: str | None

    @property
    def has_hugo(self) -> bool:
        return self.hugo is not None and not self.wanted.isdisjoint(HUGO)

    @property
    def has_eleventy(self) -> bool:
        return self.eleventy is not None and ELEVENTY in self.wanted

    def missing(self) -> Iterator[str]:
        """Yield a line for each peer that is asked for and not there."""
        if not self.has_hugo and not self.wanted.isdisjoint(HUGO):
            yield peer_hugo.ABSENT
        if not self.has_eleventy and ELEVENTY in self.wanted:
            yield peer_eleventy.ABSENT

    def lay_out(self, root: Path) -> tuple[Tool, ...]:
        """Convert the content of a root for the peers, beside it, and return the tools."""
        plain, stock = root.with_name("plain"), root.with_name("stock")
        if self.has_hugo or self.has_eleventy:
            plain_site.convert(root, plain)
        if self.has_hugo:
            peer_hugo.prepare(plain)
        if self.has_eleventy:
            peer_eleventy.prepare(plain)
        if PELICAN in self.wanted:
            peer.convert(root, stock)
        return (*self.ours(root), *self.peers(plain, stock))

    def ours(self, root: Path) -> Iterator[Tool]:
        """Yield our own builds."""
        for key, (name, config) in OURS.items():
            if key in self.wanted:
                command = partial(build_command, root, self.jobs, config)
                yield Tool(f"{name}, {self.jobs} processes", command, is_ours=True)

    def peers(self, plain: Path, stock: Path) -> Iterator[Tool]:
        """Yield the others that are there."""
        if self.hugo and "hugo-each" in self.wanted:
            command = partial(peer_hugo.each, self.hugo, plain, self.jobs)
            yield Tool(f"{HUGO['hugo-each']}, {self.jobs} at a time", command, is_hugo=True)
        if self.hugo and "hugo-one" in self.wanted:
            yield Tool(HUGO["hugo-one"], partial(peer_hugo.one, self.hugo, plain), is_hugo=True)
        if self.eleventy and ELEVENTY in self.wanted:
            yield Tool("Eleventy, one run", partial(peer_eleventy.command, self.eleventy), plain)
        if PELICAN in self.wanted:
            yield Tool("stock Pelican, one warm process", partial(stock_command, stock))


def build_command(root: Path, jobs: int, config: Path, output: Path) -> list[str]:
    """Return the command of our build with some settings."""
    return [*TASKS, "build", str(root), str(output), str(jobs), str(config)]


def stock_command(stock: Path, output: Path) -> list[str]:
    """Return the command of stock Pelican, one division after the other."""
    return [*TASKS, "build-plain", str(stock), str(output)]
