"""Pelican without what it imports for others than us; the only module that imports pelican.

Entries are read and feeds written by our plugins, what Pelican says is not shown, and it neither
serves nor watches here. To import what it has for all that takes longer than Pelican itself, in
every process that builds. Whoever else asks for one of these modules gets it whole.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import active_count
from types import ModuleType

__all__ = ["Content", "Pelican", "get_plugin_name", "get_settings_from_file", "read_settings"]

SPARED = (
    "docutils", "docutils.core", "docutils.io",
    "docutils.parsers.rst.languages", "docutils.writers.html4css1", "feedgenerator", "markdown",
    "pelican.rstdirectives", "pelican.server", "rich.console", "rich.logging", "watchfiles",
)  # fmt: skip


class Unknown:
    """Stands for whatever a module holds that is not imported; nobody may make use of it."""

    def __init__(self, *_: object, **__: object) -> None:
        raise NotImplementedError(
            f"{type(self).__name__}: not imported for Pelican, see {__name__}"
        )


class Silence:
    """Stands for what would show messages."""

    def __init__(self, *_: object, **__: object) -> None:
        return

    def print(self, *_: object, **__: object) -> None:
        """Show nothing."""


class Absent(ModuleType):
    """Stands for a module that is not imported."""

    Console = RichHandler = Silence

    def __getattr__(self, name: str) -> type[Unknown]:
        return Unknown


@contextmanager
def spared(names: tuple[str, ...]) -> Iterator[None]:
    """Let nothing be imported for these names meanwhile, unless it is there already.

    Another thread could be importing one of them for good: where there is one, nothing is spared.
    """
    absent = {name: Absent(name) for name in names if name not in sys.modules}
    if active_count() > 1:
        absent.clear()
    sys.modules |= absent
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


with spared(SPARED):
    from pelican import Pelican
    from pelican.contents import Content
    from pelican.log import console
    from pelican.plugins._utils import get_plugin_name
    from pelican.settings import get_settings_from_file, read_settings

console.quiet = True  # it is Pelican's own where that was imported before
