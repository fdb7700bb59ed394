"""File names: which may be used, which are one to some systems, and what to write instead."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from disclosure.entry.entry import NAME

SHORT = 40  # of what is suggested: a report shows it whole
FILE_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,99}", re.ASCII)


def split_name(name: str) -> tuple[str, str]:
    """Return a file name without its suffix, and the suffix with its dot."""
    stem, dot, suffix = name.rpartition(".")
    return (stem, dot + suffix) if stem else (name, "")


def usable_names(names: Iterable[str]) -> frozenset[str]:
    """Return the names that the entries among some files are published under."""
    parts = map(split_name, names)
    return frozenset(stem for stem, suffix in parts if suffix == ".md" and NAME.fullmatch(stem))


def fold(name: str) -> str:
    """Return a name as systems see it that tell neither case nor composed letters apart."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def suggest(name: str) -> str:
    """Return a usable file name close to `name`."""
    plain = unicodedata.normalize("NFKC", name).lower()
    slug = re.sub(r"[^a-z0-9]+", "-", plain)[:SHORT].strip("-")
    return slug or "2026-10-notice"
