"""The digest of what sites rest on beside content: program, templates, settings, libraries."""

from __future__ import annotations

import runpy
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from disclosure.kept.grounds import digest_grounds
from disclosure.kept.said import digest
from disclosure.product import PRODUCT

LIBRARIES = (
    "frictionless", "jinja2", "markdown", "markupsafe", "nh3", "pelican", "pyarrow", "pypdf",
    "pyromark", "pyyaml", "segno", "xlsxwriter",
)  # fmt: skip
OWN = "pelicanconf.py"  # a root may bring settings of its own, which go before the product's
PARTS = (PRODUCT / "plugins", PRODUCT / "theme" / "templates")


def digest_of_build(root: Path, config: Path) -> str | None:
    """Return the digest; None where files or settings cannot be read: whoever needs them says so.

    Settings are programs: what they come to counts too, for they may ask the environment.
    """
    files = [path for path in (config, config.with_name(OWN), root / OWN) if path.is_file()]
    try:
        grounds = digest_grounds(root, LIBRARIES, (*PARTS, *files))
        values = [settings_of(path) for path in (config, root / OWN) if path.is_file()]
    except Exception:  # noqa: BLE001 - whatever a settings file raises
        return None
    return digest(f"{grounds}\n{values!r}".encode("utf-8", "surrogateescape"))


def settings_of(path: Path) -> list[tuple[str, str]]:
    """Return the settings a file makes, by name; of a value that is no plain one, its type."""
    sys.modules.pop(Path(OWN).stem, None)  # settings that build on others are not to meet ours
    values: Mapping[str, Any] = runpy.run_path(str(path))
    return sorted((name, written(value)) for name, value in values.items() if name.isupper())


def written(value: object) -> str:
    """Return a plain value as text, alike for alike values; of any other, the name of its type."""
    if value is None or isinstance(value, str | int | float):
        return repr(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(written, value))}]"
    if isinstance(value, set | frozenset):
        return f"{{{', '.join(sorted(map(written, value)))}}}"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{written(k)}: {written(v)}' for k, v in value.items())}}}"
    return type(value).__qualname__
