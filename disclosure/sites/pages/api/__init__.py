"""The file API of a site (`api/v1/`): what other programs read, at addresses that stay.

All addresses in its files are relative to the folder of the site, which `site.json` names.
"""

from __future__ import annotations

FOLDER = "api/v1"
