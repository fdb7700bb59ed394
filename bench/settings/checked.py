"""Settings of a build that writes pages and matrices, and holds all content to all rules."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parent))
from pages import *  # noqa: F403 - Pelican's own way of extending settings
from pages import PLUGINS as PAGES

PLUGINS = [PAGES[0], "disclosure_validate", *PAGES[1:], "disclosure_matrix"]
THEME_TEMPLATES_OVERRIDES: list[str] = []  # the home page as it is
