"""Settings of a build that writes pages alone: entries, tables, lists, ways up and down, a feed."""

from __future__ import annotations

import sys
from pathlib import Path

PRODUCT = Path(__file__).resolve().parents[2]
sys.path.append(str(PRODUCT))
from pelicanconf import *  # noqa: E402, F403 - Pelican's own way of extending settings

PATH = str(PRODUCT / "content" / "9901")
THEME = str(PRODUCT / "theme")
PLUGIN_PATHS = [str(PRODUCT / "plugins")]
PLUGINS = [
    "disclosure_divisions",
    "disclosure_entries",
    "disclosure_datasets",
    "disclosure_catalogue",
    "disclosure_pages",
]
# What stands beside pages is written by no peer: tables in other forms, feeds of groups.
STATIC_PATHS = ["files"]
DISCLOSURE_GROUP_FEEDS = False
THEME_TEMPLATES_OVERRIDES = [str(Path(__file__).with_name("templates"))]
