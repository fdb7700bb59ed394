"""The summary tables of all villages as one (汇总) on the site of a county or city: page and files.

Nothing of it stands in a village's own folder, so that what a village takes away stays small.
"""

from __future__ import annotations

FOLDER = "gathered"
