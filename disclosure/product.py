"""Where the product lies, and where the standard does that binds a root."""

from __future__ import annotations

from pathlib import Path

PRODUCT = Path(__file__).resolve().parents[1]


def standard_of(root: Path) -> Path:
    """Return where the standard lies: under `root` when it brings its own, else in the product."""
    return root if (root / "catalogue" / "datapackage.yaml").exists() else PRODUCT
