"""Pelican without what it imports for others than us; the only module that imports pelican.

Content is Markdown, what Pelican says is not shown, and it neither serves nor watches here. To
import what it has for that takes as long as Pelican itself, in every process that builds. Whoever
else asks for one of these modules gets it whole.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

__all__ = ["Content", "Pelican", "get_plugin_name", "get_settings_from_file", "read_settings"]

SPARED = (
    "docutils", "docutils.core", "docutils.io", "docutils.parsers.rst.languages",
    "docutils.writers.html4css1", "pelican.rstdirectives", "pelican.server", "rich.console",
    "rich.logging", "watchfiles",
)  # fmt: skip


class Nothing:
    """Takes what it is given and does nothing; so does all that it is asked for."""

    def __init__(self, *_: object, **__: object) -> None:
        return

    def __getattr__(self, name: str) -> type[Nothing]:
        return Nothing


class Absent(ModuleType):
    """Stands for a module that is not imported. It is false: Pelican does not offer to read what
    it has no library for."""

    def __bool__(self) -> bool:
        return False

    def __getattr__(self, name: str) -> type[Nothing]:
        return Nothing


@contextmanager
def spared(names: tuple[str, ...]) -> Iterator[None]:
    """Let nothing be imported for these names meanwhile, unless it is there already."""
    absent = {name: Absent(name) for name in names if name not in sys.modules}
    sys.modules |= absent
    try:
        yield
    finally:
        for name in absent:
            del sys.modules[name]


with spared(SPARED):
    from pelican import Pelican
    from pelican.contents import Content
    from pelican.plugins._utils import get_plugin_name
    from pelican.settings import get_settings_from_file, read_settings
