"""The checkers that npm brings: axe-core for accessibility, the Nu checker for HTML."""

from __future__ import annotations

import shutil
from pathlib import Path

MODULES = Path(__file__).parent / "node_modules"
AXE = MODULES / "axe-core" / "axe.min.js"
NU = MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"

WITHOUT_AXE = "no axe-core; run `sh tests/browser/prepare.sh` (needs npm)"
WITHOUT_NU = (
    "no vnu-jar or no java; run `sh tests/browser/prepare.sh` (needs npm) and install a JRE"
)


def has_axe() -> bool:
    return AXE.is_file()


def has_nu() -> bool:
    return NU.is_file() and shutil.which("java") is not None
